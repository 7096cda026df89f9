using System.Collections.Concurrent;
using DslNet.Generators.Tests.Harness;

namespace DslNet.Torch.Tests.Drawing;

/// <summary>Drawn networks, compiled: each with some of its neighbours, once.</summary>
internal static class CompiledNetworks
{
    // So many in one compilation that its own cost does not count, and not so many that it grows large.
    private const int Chunk = 40;

    // Other instruction sets give the same bits, which tests of the generator hold: a build for one of them, and the one that needs none, is enough.
    private const string Target = "avx2";

    private static readonly ConcurrentDictionary<int, Lazy<NetworkAssembly>> s_chunks = new();

    /// <summary>Creates one.</summary>
    public static INetwork Create(DrawnNetwork drawn) =>
        s_chunks.GetOrAdd(drawn.Seed / Chunk, chunk => new(() => Compile(chunk))).Value.Create(drawn.Name, drawn.Seed);

    private static NetworkAssembly Compile(int chunk) =>
        NetworkAssembly.Compile(string.Concat(Enumerable.Range(chunk * Chunk, Chunk).Select(seed => DrawnNetwork.Of(seed).Source)), Target);
}
