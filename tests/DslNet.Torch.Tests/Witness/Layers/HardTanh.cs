using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x between two bounds. TorchSharp's hardtanh takes no bounds, so that this is libtorch's clamp, whose gradient differs at a bound alone.</summary>
internal sealed class HardTanh : TorchLayer
{
    public override Tensor Forward(LayerCall call) => call.Input.clamp(call.Arguments.Single("MinValue"), call.Arguments.Single("MaxValue"));

    public override Tensor? DistanceToKink(LayerCall call) =>
        minimum((call.Input - call.Arguments.Single("MinValue")).abs(), (call.Input - call.Arguments.Single("MaxValue")).abs());
}
