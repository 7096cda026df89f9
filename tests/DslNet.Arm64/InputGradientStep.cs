namespace DslNet.SameBits;

/// <summary>Calls the overload that also writes the gradient by the inputs, which a network has only where it declares it.</summary>
internal delegate float InputGradientStep(INetwork network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> inputGradients, long step);
