namespace DslNet.Networks.Tests;

/// <summary>The generated method that adds the loss and the gradients of a group of samples.</summary>
internal delegate double GradientsKernel(
    ref float inputs, ref float targets, ref int labels, ref float inputGradients, int first, int end, ref float parameters, ref float gradients,
    ref float scratch, float scale, int seed, long step);
