using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>Over all values of a sample, or over the channels at each position.</summary>
internal sealed class LayerNorm : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        bool affine = call.Arguments.Boolean("Affine"), bias = call.Arguments.Boolean("Bias");
        Tensor? weight = affine ? call.Parameters["weight"] : null, shift = affine && bias ? call.Parameters["bias"] : null;
        return NormalizedRows.Of(call, (rows, shape) => nn.functional.layer_norm(rows, shape, weight, shift, call.Arguments.Single("Epsilon")));
    }
}
