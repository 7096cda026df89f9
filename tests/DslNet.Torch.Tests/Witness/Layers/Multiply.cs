using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The product of all inputs.</summary>
internal sealed class Multiply : ElementwiseJoin
{
    protected override Tensor Join(Tensor before, Tensor next) => before * next;
}
