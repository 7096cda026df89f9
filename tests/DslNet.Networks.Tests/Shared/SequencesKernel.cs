namespace DslNet.Networks.Tests;

/// <summary>The generated method of <see cref="SpokenNet"/> that predicts whole sequences, and sums the loss.</summary>
internal delegate double SequencesKernel(
    int count, int frames, ReadOnlySpan<int> lengths, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> outputs, int first, int end,
    ref float parameters, ref float scratch);
