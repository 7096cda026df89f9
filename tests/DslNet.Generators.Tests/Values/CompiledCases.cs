using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>
/// All networks for the default targets, and those that are compared across targets for each of the others. Some at a time are one compilation: what
/// the tests record of a generator's steps grows with the square of the networks, since each may share kernels with all.
/// </summary>
public sealed class CompiledCases
{
    /// <summary>Without the long tests every so-manieth network is compared across targets; prime, so that each kind of layer has its turn.</summary>
    private const int Stride = 5;

    private const int NetworksOfACompilation = 60;

    private readonly (NetworkAssembly Native, IReadOnlyList<NetworkAssembly> Others)[] _compiled;

    /// <summary>Compiles them.</summary>
    public CompiledCases()
    {
        (string Name, ValueCase Value)[][] parts = [.. ValueCases.All.Select(pair => (pair.Key, pair.Value)).Chunk(NetworksOfACompilation)];
        _compiled = new (NetworkAssembly, IReadOnlyList<NetworkAssembly>)[parts.Length];
        Parallel.For(0, parts.Length, part => _compiled[part] = CompileAll(SourceOf(part, _ => true), SourceOf(part, IsCompared)));

        string SourceOf(int part, Func<int, bool> isWanted) => string.Concat(parts[part]
            .Select((each, i) => (Index: part * NetworksOfACompilation + i, each.Value.Network))
            .Where(each => isWanted(each.Index)).Select(each => NetworkText.Class(Name(each.Index), each.Network)));
    }

    /// <summary>The targets that some networks are compared with.</summary>
    internal IEnumerable<string> OtherTargets => _compiled.SelectMany(part => part.Others).Select(other => other.Targets).Distinct();

    /// <summary>What has a network for the default targets.</summary>
    internal NetworkAssembly NativeOf(int index) => _compiled[index / NetworksOfACompilation].Native;

    /// <summary>What has a network for other targets; none if it is not compared with them.</summary>
    internal IReadOnlyList<NetworkAssembly> OthersOf(int index) => IsCompared(index) ? _compiled[index / NetworksOfACompilation].Others : [];

    /// <summary>Compiles networks for the default targets and for each of the others, at the same time.</summary>
    internal static (NetworkAssembly Native, IReadOnlyList<NetworkAssembly> Others) CompileAll(string source, string compared)
    {
        NetworkAssembly? native = null;
        IReadOnlyList<NetworkAssembly>? others = null;
        Parallel.Invoke(() => native = NetworkAssembly.Compile(source), () => others = NetworkAssembly.CompileOthers(compared));
        return (native!, others!);
    }

    internal static string Name(int index) => "Case" + index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Of a few that are asked for, all are compared.</summary>
    private static bool IsCompared(int index) => LongTests.AreWanted || index % Stride == 0 || ValueCases.AreSome;
}
