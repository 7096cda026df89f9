using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x, or a learned multiple of it below zero.</summary>
internal sealed class PReLU : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        Tensor weight = call.Parameters["weight"];
        Assert.Equal([call.Arguments.Boolean("PerChannel") ? call.Input.shape[1] : 1], weight.shape);
        return call.Input.prelu(weight);
    }

    public override Tensor? DistanceToKink(LayerCall call) => call.Input.abs();
}
