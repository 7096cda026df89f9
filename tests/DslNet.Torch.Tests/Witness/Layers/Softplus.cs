using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>ln(1 + eˣ); libtorch returns x beyond a threshold, which is put where a double shows no difference.</summary>
internal sealed class Softplus() : TorchActivation(x => nn.functional.softplus(x, beta: 1, threshold: 40));
