namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The hyperbolic tangent.</summary>
internal sealed class Tanh() : TorchActivation(x => x.tanh());
