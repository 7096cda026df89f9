namespace DslNet.Networks.Tests;

/// <summary>The generated method of <see cref="TokenNet"/> that adds the loss and the gradients of a group of samples.</summary>
internal delegate double TokenKernel(
    ReadOnlySpan<int> tokens, ReadOnlySpan<float> outputTargets, double outputShare__, int first, int end, ref float parameters, ref float gradients,
    ref float scratch, float scale, int seed, long step);
