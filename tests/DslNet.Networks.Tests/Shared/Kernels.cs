namespace DslNet.Networks.Tests;

/// <summary>The kernels of one instruction set, past the checks of the public methods.</summary>
internal sealed record Kernels(string Name, EvaluateKernel Evaluate, PrepareKernel Prepare, GradientsKernel Gradients, SumGradientsMethod SumGradients);
