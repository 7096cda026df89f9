namespace DslNet.AspNetCore;

/// <summary>How a network is served.</summary>
public sealed class NetworkOptions
{
    /// <summary>How often the file is looked at for a change; <see cref="Timeout.InfiniteTimeSpan"/> for never.</summary>
    public TimeSpan ReloadInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How many requests that wait at the same time <see cref="NetworkService{TNetwork}.PredictAsync"/> computes as one batch; 1 computes each where it arrives, on all cores at once.
    /// More is meant for networks of which one sample is bound by reading the weights (docs/web.md). The answers have the same bits.
    /// </summary>
    public int MaxBatch { get; set; } = 1;
}
