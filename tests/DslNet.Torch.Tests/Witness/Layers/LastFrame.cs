using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The last row.</summary>
internal sealed class LastFrame : TorchLayer
{
    public override Tensor Forward(LayerCall call) => call.Input.narrow(0, call.Input.shape[0] - 1, 1);
}
