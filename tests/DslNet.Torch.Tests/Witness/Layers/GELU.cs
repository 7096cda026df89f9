using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The Gaussian error linear unit, exact.</summary>
internal sealed class GELU() : TorchActivation(x => nn.functional.gelu(x));
