using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>x, or a multiple of it below zero. The derivative jumps unless that is x itself.</summary>
internal sealed class LeakyReLU : TorchLayer
{
    public override Tensor Forward(LayerCall call) => nn.functional.leaky_relu(call.Input, call.Arguments.Single("NegativeSlope"));

    public override Tensor? DistanceToKink(LayerCall call) => call.Arguments.Single("NegativeSlope") == 1 ? null : call.Input.abs();
}
