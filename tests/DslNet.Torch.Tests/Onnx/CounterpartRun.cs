namespace DslNet.Torch.Tests.Onnx;

/// <summary>A run of a network.</summary>
/// <param name="Inputs">Some samples.</param>
/// <param name="Parameters">The values of the network's parameters.</param>
internal sealed record CounterpartRun(float[] Inputs, IReadOnlyList<float[]> Parameters)
{
    /// <summary>The values of what its layers keep.</summary>
    public IReadOnlyList<float[]> States { get; init; } = [];

    /// <summary>Of a loss, the class of each sample; else what comes out is compared.</summary>
    public int[]? Labels { get; init; }

    /// <summary>What a loss, the mean over samples, is multiplied by.</summary>
    public int Times { get; init; } = 1;
}
