using DslNet.CompilerServices;

namespace DslNet.Networks.Tests;

/// <summary>The library's method that has the programs sum the gradients of all groups of samples.</summary>
internal delegate double SumGradientsMethod(
    NetworkMemory memory, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> inputGradients, int count,
    float scale, int seed, long step);
