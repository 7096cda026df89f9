using DslNet.Numerics;

namespace DslNet.Search;

/// <summary>Random numbers for one setting of one trial, the same in every process.</summary>
internal sealed class SampleStream(int seed, int trial, int setting)
{
    private readonly ulong _key = CounterRandom.Key(seed, trial, setting);
    private ulong _drawn;

    /// <summary>A number in (0, 1).</summary>
    public double Next() => CounterRandom.OpenUniform(CounterRandom.Draw64(_key, _drawn++));
}
