using DslNet.Benchmarks.Measuring;
using DslNet.Benchmarks.Protocol;

namespace DslNet.Benchmarks.Compare;

/// <summary>What was measured of one job.</summary>
/// <param name="Job">The job.</param>
/// <param name="Timings">Microseconds a call, by the peers' names.</param>
/// <param name="Versions">The peers' libraries, by name.</param>
/// <param name="GigaFlops">The FMA peak of a thread, measured between the repeats.</param>
/// <param name="ComputeLimit">Microseconds that the call's multiply-adds take at the peak of all threads.</param>
/// <param name="ReadLimit">Microseconds that reading the weights once takes, from the cache they fit in.</param>
/// <param name="SameBits">Whether the baseline computes the same to the bit, parameters included if it gives a hash of them; null where there is none.</param>
internal sealed record Outcome(
    Job Job,
    IReadOnlyDictionary<string, Timing> Timings,
    IReadOnlyDictionary<string, string> Versions,
    double GigaFlops,
    double ComputeLimit,
    double ReadLimit,
    bool? SameBits = null)
{
    /// <summary>Whether one sample's prediction has to wait for the weights longer than for the multiplications.</summary>
    public bool IsBoundByReading => Job is { Metric: Job.Infer, Batch: 1 } && ReadLimit > ComputeLimit;

    /// <summary>The part of the limit that a peer reaches.</summary>
    public double ShareOfLimit(string peer) => (IsBoundByReading ? ReadLimit : ComputeLimit) / Timings[peer].Median;

    /// <summary>How many times longer a peer takes than DslNet; null where it was not timed.</summary>
    public double? Ratio(string peer) =>
        Timings.TryGetValue(peer, out Timing other) && Timings.TryGetValue(PeerProgram.DslNet, out Timing own) ? other.Median / own.Median : null;
}
