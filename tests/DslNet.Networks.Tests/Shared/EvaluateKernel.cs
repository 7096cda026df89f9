namespace DslNet.Networks.Tests;

/// <summary>The generated method that predicts and sums the loss.</summary>
internal delegate double EvaluateKernel(
    ref float inputs, ref float targets, ref int labels, ref float outputs, int count, ref float parameters, ref float scratch);
