using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>Some channels.</summary>
internal sealed class Slice : TorchLayer
{
    public override Tensor Forward(LayerCall call) => call.Input.narrow(1, call.Arguments.Int32("Start"), call.Arguments.Int32("Length"));
}
