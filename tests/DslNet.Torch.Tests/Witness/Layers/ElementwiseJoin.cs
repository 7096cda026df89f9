using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>All inputs joined value by value; a vector beside images gets axes for their positions.</summary>
internal abstract class ElementwiseJoin : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        long rank = call.Inputs.Max(input => input.Dimensions);
        return call.Inputs.Select(input => Enumerable.Range(0, (int)(rank - input.Dimensions)).Aggregate(input, (wider, _) => wider.unsqueeze(-1))).Aggregate(Join);
    }

    protected abstract Tensor Join(Tensor before, Tensor next);
}
