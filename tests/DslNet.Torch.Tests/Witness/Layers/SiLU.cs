using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x times its sigmoid.</summary>
internal sealed class SiLU() : TorchActivation(x => nn.functional.silu(x));
