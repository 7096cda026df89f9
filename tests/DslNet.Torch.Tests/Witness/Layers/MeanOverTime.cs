using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The mean of the rows.</summary>
internal sealed class MeanOverTime : TorchLayer
{
    public override Tensor Forward(LayerCall call) => call.Input.mean([0], keepdim: true);
}
