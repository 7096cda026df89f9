using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The sum of all inputs.</summary>
internal sealed class Add : ElementwiseJoin
{
    protected override Tensor Join(Tensor before, Tensor next) => before + next;
}
