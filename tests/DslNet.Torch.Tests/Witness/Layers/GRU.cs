using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>libtorch's GRU of one layer; with the reset gate before the product, which libtorch has no module for, unrolled alone.</summary>
internal sealed class GRU : Recurrent
{
    protected override Tensor[] Cell(bool isUsual, Tensor[] parameters, Tensor ofInput, Tensor ofOutput, Tensor[] state)
    {
        Tensor[] x = ofInput.chunk(3, 1), h = ofOutput.chunk(3, 1);
        Tensor reset = (x[0] + h[0]).sigmoid(), update = (x[1] + h[1]).sigmoid();
        Tensor ofReset = isUsual ? reset * h[2] : nn.functional.linear(reset * state[0], parameters[1].chunk(3, 0)[2], parameters[3].chunk(3, 0)[2]);
        Tensor added = (x[2] + ofReset).tanh();
        return [(1 - update) * added + update * state[0], state[1]];
    }

    protected override Tensor OfModule(Tensor sequence, int hidden, Tensor[] parameters)
    {
        using var module = With(nn.GRU(sequence.shape[2], hidden, batchFirst: true), sequence, parameters);
        return module.forward(sequence).Item1;
    }

    protected override bool IsUsual(LayerCall call) => call.Arguments.Boolean("ResetAfter");
}
