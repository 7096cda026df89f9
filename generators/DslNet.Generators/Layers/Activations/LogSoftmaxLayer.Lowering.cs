using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record LogSoftmaxLayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        context.Add("Forward", new LogSoftmaxKernel(output.Layout), [new("x", context.ChannelsLastInput().Buffer), new("y", output.Buffer)]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        Sink sink = context.InputGradient("dx");
        context.Add(
            Role.InputGradient, "Backward", new LogSoftmaxGradient(context.Output.Layout, sink.Epilogue),
            [new("y", context.Output.Buffer), new("dy", context.OutputGradient.Buffer), .. sink.Operands]);
    }
}
