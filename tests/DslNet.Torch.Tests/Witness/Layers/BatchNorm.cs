using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>Each channel over all samples; outside of training by running statistics.</summary>
internal sealed class BatchNorm : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.batch_norm(
        call.Input, call.States["running_mean"], call.States["running_var"], call.Parameters["weight"], call.Parameters["bias"], training: call.Dropping is not null,
        call.Arguments.Single("Momentum"), call.Arguments.Single("Epsilon"));
}
