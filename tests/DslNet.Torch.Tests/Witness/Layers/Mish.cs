using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x times the hyperbolic tangent of its softplus.</summary>
internal sealed class Mish() : TorchActivation(x => nn.functional.mish(x));
