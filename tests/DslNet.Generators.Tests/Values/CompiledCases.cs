using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>All networks in one compilation for the default targets, and those that are compared across targets in one for each of the others.</summary>
public sealed class CompiledCases
{
    /// <summary>Without the long tests every so-manieth network is compared across targets; prime, so that each kind of layer has its turn.</summary>
    private const int Stride = 5;

    /// <summary>Compiles them.</summary>
    public CompiledCases() => (Native, Others) = CompileAll(Source(_ => true), Source(IsCompared));

    internal NetworkAssembly Native { get; }

    internal IReadOnlyList<NetworkAssembly> Others { get; }

    /// <summary>Whether a network is compiled for the other targets too.</summary>
    internal static bool IsCompared(int index) => LongTests.AreWanted || index % Stride == 0;

    /// <summary>Compiles networks for the default targets and for each of the others, at the same time.</summary>
    internal static (NetworkAssembly Native, IReadOnlyList<NetworkAssembly> Others) CompileAll(string source, string compared)
    {
        NetworkAssembly? native = null;
        IReadOnlyList<NetworkAssembly>? others = null;
        Parallel.Invoke(() => native = NetworkAssembly.Compile(source), () => others = NetworkAssembly.CompileOthers(compared));
        return (native!, others!);
    }

    private static string Source(Func<int, bool> isWanted) =>
        string.Concat(ValueCases.All.Select((pair, i) => isWanted(i) ? NetworkText.Class(Name(i), pair.Value.Network) : ""));

    internal static string Name(int index) => "Case" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
