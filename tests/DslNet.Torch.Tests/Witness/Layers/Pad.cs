using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>More positions around.</summary>
internal sealed class Pad : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        long top = call.Arguments.Int32("Top"), bottom = call.Arguments.Int32("Bottom"), left = call.Arguments.Int32("Left"), right = call.Arguments.Int32("Right");
        PaddingModes mode = call.Arguments.Member<PadMode>("Mode") switch
        {
            PadMode.Reflect => PaddingModes.Reflect,
            PadMode.Replicate => PaddingModes.Replicate,
            _ => PaddingModes.Constant,
        };
        return nn.functional.pad(call.Input, call.Input.dim() == 3 ? [left, right] : [left, right, top, bottom], mode, 0);
    }
}
