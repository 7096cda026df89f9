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
        Native = NetworkAssembly.Compile(source);
        Portable = NetworkAssembly.Compile(source, "portable");
    }

    internal NetworkAssembly Native { get; }

    internal NetworkAssembly Portable { get; }

    internal static string Name(int index) => "Case" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc />
    public void Dispose()
    {
        Native.Dispose();
        Portable.Dispose();
    }
}
