namespace DslNet.Networks.Tests;

/// <summary>The generated method that sums the loss and its gradients.</summary>
internal delegate double GradientsKernel(
    ref float inputs, ref float targets, ref int labels, ref float inputGradients, nuint count, ref float parameters, ref float gradients, ref float scratch, float scale, int seed, long step);
