namespace DslNet.Networks.Tests;

/// <summary>The generated method of <see cref="FrameNet"/> that predicts frames of a stream, and sums the loss.</summary>
internal delegate double FramesKernel(
    int count, int frames, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> outputs, int first, int end, ref float parameters,
    ref float scratch, ref float state);
