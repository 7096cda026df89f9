using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>All networks in one compilation a target.</summary>
public sealed class CompiledCases
{
    /// <summary>Compiles them.</summary>
    public CompiledCases()
    {
        string source = string.Concat(ValueCases.All.Select((pair, i) => NetworkText.Class(Name(i), pair.Value.Network)));
        (Native, Others) = CompileAll(source);
    }

    internal NetworkAssembly Native { get; }

    internal IReadOnlyList<NetworkAssembly> Others { get; }

    /// <summary>Compiles networks for the default targets and for each of the others, at the same time.</summary>
    internal static (NetworkAssembly Native, IReadOnlyList<NetworkAssembly> Others) CompileAll(string source)
    {
        NetworkAssembly? native = null;
        IReadOnlyList<NetworkAssembly>? others = null;
        Parallel.Invoke(() => native = NetworkAssembly.Compile(source), () => others = NetworkAssembly.CompileOthers(source));
        return (native!, others!);
    }

    internal static string Name(int index) => "Case" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
