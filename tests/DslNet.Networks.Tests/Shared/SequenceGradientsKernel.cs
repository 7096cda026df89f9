namespace DslNet.Networks.Tests;

/// <summary>The generated method of a network of sequences that adds the loss and the gradients of some sequences.</summary>
internal delegate double SequenceGradientsKernel(
    int count, int frames, ReadOnlySpan<int> lengths, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int first, int end, ref float parameters, ref float gradients,
    ref float scratch, float scale, int seed, long step);
