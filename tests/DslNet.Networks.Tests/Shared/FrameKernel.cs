namespace DslNet.Networks.Tests;

/// <summary>The generated method of <see cref="FrameNet"/> that predicts one frame of a stream.</summary>
internal delegate void FrameKernel(int count, int frames, ReadOnlySpan<float> inputs, Span<float> outputs, ref float parameters, ref float scratch, ref float state);
