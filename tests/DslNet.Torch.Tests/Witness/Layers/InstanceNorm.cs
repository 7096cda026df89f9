using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>Each channel of an image.</summary>
internal sealed class InstanceNorm : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        bool affine = call.Arguments.Boolean("Affine");
        return nn.functional.instance_norm(
            call.Input, weight: affine ? call.Parameters["weight"] : null, bias: affine ? call.Parameters["bias"] : null, use_input_stats: true, eps: call.Arguments.Single("Epsilon"));
    }
}
