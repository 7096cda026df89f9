using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x over one more than its magnitude.</summary>
internal sealed class Softsign() : TorchActivation(x => nn.functional.softsign(x));
