namespace DslNet.Networks.Tests;

/// <summary>Calls the overload that also writes the gradient by the inputs, which a network has only where it declares it. Labels count where there are no targets.</summary>
internal delegate float InputGradientStep(
    INetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<int> labels, Span<float> inputGradients, long step);
