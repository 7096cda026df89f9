using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>Over all values of a sample, or over the channels at each position. TorchSharp has no such function: by the formula of nn.RMSNorm.</summary>
internal sealed class RMSNorm : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        Tensor? weight = call.Arguments.Boolean("Affine") ? call.Parameters["weight"] : null;
        float epsilon = call.Arguments.Single("Epsilon");
        return NormalizedRows.Of(call, (rows, shape) =>
        {
            long[] axes = [.. Enumerable.Range(1, shape.Length).Select(axis => (long)-axis)];
            Tensor normalized = rows * (rows.square().mean(axes, keepdim: true) + epsilon).rsqrt();
            return weight is null ? normalized : normalized * weight;
        });
    }
}
