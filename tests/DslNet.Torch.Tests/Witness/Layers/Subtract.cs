using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The first input without the others.</summary>
internal sealed class Subtract : ElementwiseJoin
{
    protected override Tensor Join(Tensor before, Tensor next) => before - next;
}
