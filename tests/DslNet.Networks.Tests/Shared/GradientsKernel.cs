namespace DslNet.Networks.Tests;

/// <summary>The generated method that adds the loss and the gradients of a group of samples.</summary>
internal delegate double GradientsKernel(
    ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> inputGradients, int first, int end,
    ref float parameters, ref float gradients, ref float scratch, float scale, int seed, long step);
