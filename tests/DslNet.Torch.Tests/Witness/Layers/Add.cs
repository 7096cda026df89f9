using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>The sum of all inputs.</summary>
internal sealed class Add : TorchLayer
{
    public override Tensor Forward(LayerCall call) => call.Inputs.Aggregate((sum, next) => sum + next);
}
