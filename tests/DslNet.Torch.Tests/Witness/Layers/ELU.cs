using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x, or α·(eˣ − 1) below zero. The derivative jumps unless α is 1.</summary>
internal sealed class ELU : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.elu(call.Input, call.Arguments.Single("Alpha"));

    public override Tensor? DistanceToKink(LayerCall call) => call.Arguments.Single("Alpha") == 1 ? null : call.Input.abs();
}
