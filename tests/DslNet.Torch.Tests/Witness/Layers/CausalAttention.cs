using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>libtorch's scaled dot-product attention under a mask of what is later or too old, between its linear functions.</summary>
internal sealed class CausalAttention : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        int heads = call.Arguments.Int32("Heads"), context = call.Arguments.Int32("Context");
        long frames = call.Input.shape[0], features = call.Input.shape[1], head = features / heads;
        bool bias = call.Arguments.Boolean("Bias");
        Tensor projected = nn.functional.linear(call.Input, call.Parameters["in_proj_weight"], bias ? call.Parameters["in_proj_bias"] : null);
        Tensor[] parts = [.. projected.chunk(3, 1).Select(part => part.reshape(frames, heads, head).transpose(0, 1))];
        if (call.Arguments.Boolean("Rotary"))
            (parts[0], parts[1]) = (Turned(parts[0]), Turned(parts[1]));
        Tensor distance = arange(frames).unsqueeze(1) - arange(frames).unsqueeze(0);
        Tensor mask = distance.ge(0).logical_and(distance.lt(context));
        Tensor found = nn.functional.scaled_dot_product_attention(parts[0].unsqueeze(0), parts[1].unsqueeze(0), parts[2].unsqueeze(0), mask).squeeze(0);
        return nn.functional.linear(found.transpose(0, 1).reshape(frames, features), call.Parameters["out_proj.weight"], bias ? call.Parameters["out_proj.bias"] : null);
    }

    /// <summary>Heads × frames × values, the first half of which are the one coordinate of points, and the second half the other.</summary>
    private static Tensor Turned(Tensor values)
    {
        long half = values.shape[2] / 2;
        Tensor steps = pow(tensor(10_000.0, dtype: values.dtype), arange(half, dtype: values.dtype) * (-1.0 / half));
        Tensor angles = arange(values.shape[1], dtype: values.dtype).unsqueeze(1) * steps.unsqueeze(0), cos = angles.cos(), sin = angles.sin();
        Tensor one = values.narrow(2, 0, half), other = values.narrow(2, half, half);
        return cat([one * cos - other * sin, other * cos + one * sin], 2);
    }
}
