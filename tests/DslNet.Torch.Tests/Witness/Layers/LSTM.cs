using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>libtorch's LSTM of one layer.</summary>
internal sealed class LSTM : Recurrent
{
    protected override Tensor[] Cell(bool isUsual, Tensor[] parameters, Tensor ofInput, Tensor ofOutput, Tensor[] state)
    {
        Tensor[] gates = (ofInput + ofOutput).chunk(4, 1);
        Tensor cell = gates[1].sigmoid() * state[1] + gates[0].sigmoid() * gates[2].tanh();
        return [gates[3].sigmoid() * cell.tanh(), cell];
    }

    protected override Tensor OfModule(Tensor sequence, int hidden, Tensor[] parameters)
    {
        using var module = With(nn.LSTM(sequence.shape[2], hidden, batchFirst: true), sequence, parameters);
        return module.forward(sequence).Item1;
    }
}
