using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>libtorch's RNN of one layer.</summary>
internal sealed class RNN : Recurrent
{
    protected override Tensor[] Cell(bool isUsual, Tensor[] parameters, Tensor ofInput, Tensor ofOutput, Tensor[] state) => [(ofInput + ofOutput).tanh(), state[1]];

    protected override Tensor OfModule(Tensor sequence, int hidden, Tensor[] parameters)
    {
        using var module = With(nn.RNN(sequence.shape[2], hidden, batchFirst: true), sequence, parameters);
        return module.forward(sequence, null).Item1;
    }
}
