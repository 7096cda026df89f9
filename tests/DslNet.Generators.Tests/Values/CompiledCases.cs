using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>All networks in one compilation a target.</summary>
public sealed class CompiledCases : IDisposable
{
    /// <summary>Compiles them.</summary>
    public CompiledCases()
    {
        string source = string.Concat(ValueCases.All.Select((pair, i) => NetworkText.Class(Name(i), pair.Value.Network)));
        (Native, Portable) = CompileBoth(source);
    }

    internal NetworkAssembly Native { get; }

    internal NetworkAssembly Portable { get; }

    /// <summary>Compiles networks for the default targets and for the portable one, at the same time.</summary>
    internal static (NetworkAssembly Native, NetworkAssembly Portable) CompileBoth(string source)
    {
        NetworkAssembly? native = null, portable = null;
        Parallel.Invoke(() => native = NetworkAssembly.Compile(source), () => portable = NetworkAssembly.Compile(source, "portable"));
        return (native!, portable!);
    }

    internal static string Name(int index) => "Case" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public void Dispose()
    {
        Native.Dispose();
        Portable.Dispose();
    }
}
