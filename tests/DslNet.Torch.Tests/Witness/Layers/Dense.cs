using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>A linear layer.</summary>
internal sealed class Dense : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        Tensor weight = call.Parameters["weight"];
        int outputs = call.Arguments.Int32("Outputs"), inputs = call.Arguments.Int32("Inputs");
        Assert.Equal([outputs, inputs == 0 ? call.Input.shape[1] : inputs], weight.shape);
        return nn.functional.linear(call.Input, weight, call.Arguments.Boolean("Bias") ? call.Parameters["bias"] : null);
    }
}
