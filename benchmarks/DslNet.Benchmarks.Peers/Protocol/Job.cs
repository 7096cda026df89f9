namespace DslNet.Benchmarks.Protocol;

/// <summary>What is timed: one call of a network.</summary>
/// <param name="Workload">The network's name.</param>
/// <param name="Metric"><see cref="Train"/> or <see cref="Infer"/>.</param>
/// <param name="Batch">Samples in a call.</param>
/// <param name="Threads">Threads that may share a call.</param>
/// <param name="Parameters">The file with the parameters to begin with.</param>
/// <param name="LearningRate">The length of a step of Adam.</param>
internal sealed record Job(string Workload, string Metric, int Batch, int Threads, string Parameters, float LearningRate)
{
    /// <summary>The gradients of a batch and a step of Adam.</summary>
    public const string Train = "train";

    /// <summary>A prediction.</summary>
    public const string Infer = "infer";

    /// <summary>So small that the parameters, and with them the numbers that are computed, hardly change while they are timed.</summary>
    public const float TimingRate = 1e-6f;

    /// <summary>Large enough for wrong gradients to show in the loss of the next steps.</summary>
    public const float CheckingRate = 1e-3f;

    /// <inheritdoc />
    public override string ToString() => $"{Workload} {Metric} {Batch}" + (Threads == 1 ? "" : $" on {Threads} threads");
}
