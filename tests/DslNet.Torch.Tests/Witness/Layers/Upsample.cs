using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>Several times as many positions.</summary>
internal sealed class Upsample : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        (double rows, double columns) = (call.Arguments.Int32("ScaleHeight"), call.Arguments.Int32("ScaleWidth"));
        bool isSignal = call.Input.dim() == 3, isNearest = call.Arguments.Member<UpsampleMode>("Mode") == UpsampleMode.Nearest;
        InterpolationMode mode = isNearest ? InterpolationMode.Nearest : isSignal ? InterpolationMode.Linear : InterpolationMode.Bilinear;
        return nn.functional.interpolate(call.Input, scale_factor: isSignal ? [columns] : [rows, columns], mode: mode, align_corners: isNearest ? null : false);
    }
}
