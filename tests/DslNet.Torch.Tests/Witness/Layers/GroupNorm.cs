using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>Groups of channels, each at all positions.</summary>
internal sealed class GroupNorm : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        bool affine = call.Arguments.Boolean("Affine");
        return nn.functional.group_norm(
            call.Input, call.Arguments.Int32("Groups"), affine ? call.Parameters["weight"] : null, affine ? call.Parameters["bias"] : null, call.Arguments.Single("Epsilon"));
    }
}
