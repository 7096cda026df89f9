using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Torch.Tests.Witness.Layers;

/// <summary>
/// A recurrent layer over one sequence, whose frames are the rows of the input: unrolled, so that libtorch derives it, and compared with libtorch's module.
/// </summary>
internal abstract class Recurrent : TorchLayer
{
    private const double Closeness = 1e-5;

    private static readonly string[] s_names = ["weight_ih_l0", "weight_hh_l0", "bias_ih_l0", "bias_hh_l0"];

    public override Tensor Forward(LayerCall call)
    {
        int hidden = call.Arguments.Int32("Hidden");
        bool isUsual = IsUsual(call);
        Tensor first = Forward(call.Input, hidden, isUsual, [.. s_names.Select(name => call.Parameters[name])]);
        return call.Arguments.Boolean("Bidirectional")
            ? cat([first, Forward(call.Input.flip(0), hidden, isUsual, [.. s_names.Select(name => call.Parameters[name + "_reverse"])]).flip(0)], 1)
            : first;
    }

    /// <summary>One direction.</summary>
    private Tensor Forward(Tensor input, int hidden, bool isUsual, Tensor[] parameters)
    {
        Tensor zero = zeros([1, hidden], input.dtype);
        Tensor[] state = [zero, zero];
        List<Tensor> outputs = [];
        for (long t = 0; t < input.shape[0]; t++)
        {
            Tensor ofInput = nn.functional.linear(input.narrow(0, t, 1), parameters[0], parameters[2]), ofOutput = nn.functional.linear(state[0], parameters[1], parameters[3]);
            state = Cell(isUsual, parameters, ofInput, ofOutput, state);
            outputs.Add(state[0]);
        }

        Tensor sequence = cat(outputs);
        using (no_grad())
        {
            if (isUsual)
            {
                Tensor expected = OfModule(input.unsqueeze(0), hidden, parameters);
                double difference = (sequence - expected.squeeze(0)).abs().max().ToDouble();
                Assert.True(difference < Closeness, $"{GetType().Name} differs from libtorch's module by {difference}.");
            }
        }

        return sequence;
    }

    /// <summary>Whether libtorch has a module for what is declared.</summary>
    protected virtual bool IsUsual(LayerCall call) => true;

    /// <summary>The next state: the output, and what is kept beside it.</summary>
    protected abstract Tensor[] Cell(bool isUsual, Tensor[] parameters, Tensor ofInput, Tensor ofOutput, Tensor[] state);

    /// <summary>The outputs of libtorch's module for a batch of one sequence.</summary>
    protected abstract Tensor OfModule(Tensor sequence, int hidden, Tensor[] parameters);

    /// <summary>Gives a module its parameters.</summary>
    protected static T With<T>(T module, Tensor sequence, Tensor[] parameters)
        where T : nn.Module
    {
        module.to(sequence.dtype);
        foreach ((string name, Tensor parameter) in s_names.Zip(parameters))
            module.named_parameters().Single(each => each.name == name).parameter.copy_(parameter);
        return module;
    }
}
