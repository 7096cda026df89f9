using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness;

/// <summary>A function of each value without arguments and without a kink.</summary>
/// <param name="function">libtorch's function.</param>
internal abstract class TorchActivation(Func<Tensor, Tensor> function) : TorchLayer
{
    public override Tensor Forward(LayerCall call) => function(call.Input);
}
