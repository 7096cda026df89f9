using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>Zeros, and the first frames behind them.</summary>
internal sealed class Delay : TorchLayer
{
    public override Tensor Forward(LayerCall call)
    {
        long frames = call.Input.shape[0];
        Tensor before = zeros(call.Arguments.Int32("Frames"), call.Input.shape[1], dtype: call.Input.dtype);
        return cat([before, call.Input]).narrow(0, 0, frames);
    }
}
