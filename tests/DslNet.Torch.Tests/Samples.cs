namespace DslNet.Torch.Tests;

/// <summary>What networks are tried with: inputs and targets one after another, and the classes of those targets that have one.</summary>
internal sealed record Samples(float[] Inputs, float[] Targets, int[] Labels)
{
    /// <summary>How many outputs some samples have: of frames that have one together, one.</summary>
    public static int OutputsOf(NetworkDescription network, int count) => network.Sequence is { IsReduced: true } ? 1 : count;

    /// <summary>The inputs of the first samples.</summary>
    public ReadOnlySpan<float> InputsOf(NetworkDescription network, int count) => Inputs.AsSpan(0, count * network.InputLength);

    /// <summary>The targets of the first samples.</summary>
    public ReadOnlySpan<float> TargetsOf(NetworkDescription network, int count) => Targets.AsSpan(0, OutputsOf(network, count) * network.OutputLength);

    /// <summary>The labels of the first samples.</summary>
    public ReadOnlySpan<int> LabelsOf(NetworkDescription network, int count) => Labels.AsSpan(0, OutputsOf(network, count));
}
