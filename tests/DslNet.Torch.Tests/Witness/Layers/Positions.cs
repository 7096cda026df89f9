using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The first rows of the weight, added.</summary>
internal sealed class Positions : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        Assert.Equal(call.Arguments.Int32("Max"), call.Parameters["weight"].shape[0]);
        return call.Input + call.Parameters["weight"].narrow(0, 0, call.Input.shape[0]);
    }
}
