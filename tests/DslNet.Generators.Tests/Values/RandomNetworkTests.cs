using System.Globalization;
using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;

namespace DslNet.Generators.Tests.Values;

/// <summary>
/// Networks thrown together at random against the oracle. DSLNET_RANDOM_NETWORKS says how many; DSLNET_RANDOM_SEED where to begin.
/// </summary>
public sealed class RandomNetworkTests
{
    // One in so many is deep: it costs as much as several others.
    private const int Deep = 10;

    // So many in one compilation that its own cost does not count, and not so many that it grows large.
    private const int Chunk = 40;

    [Fact]
    public void Random_networks_compute_what_the_oracle_does()
    {
        int count = Setting("DSLNET_RANDOM_NETWORKS", LongTests.AreWanted ? 30 : 6), seed = Setting("DSLNET_RANDOM_SEED", 1);
        List<string> failures = [];
        for (int start = 0; start < count; start += Chunk)
            Try(seed + start, Math.Min(Chunk, count - start), failures);
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    private static void Try(int start, int count, List<string> failures)
    {
        OracleNetwork[] networks = [.. Enumerable.Range(start, count).Select(seed => seed % Deep == 0 ? RandomNetworks.DrawDeep(seed) : RandomNetworks.Draw(seed))];
        string source = string.Concat(networks.Select((network, i) => NetworkText.Class(CompiledCases.Name(i), network)));
        (NetworkAssembly native, IReadOnlyList<NetworkAssembly> others) = CompiledCases.CompileAll(source, source);
        for (int i = 0; i < count; i++)
        {
            try
            {
                NetworkCheck.Run(native, others, CompiledCases.Name(i), networks[i], start + i, [1, 2 + (start + i) % 9, 33], mustBeClose: false);
            }
            catch (Exception exception)
            {
                failures.Add(string.Create(
                    CultureInfo.InvariantCulture, $"Seed {start + i}: {exception.Message}\n{NetworkText.Attributes(networks[i])}"));
            }
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
