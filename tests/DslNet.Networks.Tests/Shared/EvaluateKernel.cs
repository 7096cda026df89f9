namespace DslNet.Networks.Tests;

/// <summary>The generated method that predicts and sums the loss.</summary>
internal delegate double EvaluateKernel(
    ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> outputs, int first, int end, ref float parameters,
    ref float scratch);
