using DslNet.Generators.Lowering;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Activations;

internal sealed partial record SoftmaxLayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor output = context.NewOutput();
        Kernel kernel = IsLogarithm ? new LogSoftmaxKernel(output.Layout) : new SoftmaxKernel(output.Layout);
        context.Add("Forward", kernel, [new("x", context.ChannelsLastInput().Buffer), new("y", output.Buffer)]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        Sink sink = context.InputGradient("dx");
        Layout layout = context.Output.Layout;
        Kernel kernel = IsLogarithm ? new LogSoftmaxGradient(layout, sink.Epilogue) : new SoftmaxGradient(layout, sink.Epilogue);
        context.Add(
            Role.InputGradient, "Backward", kernel,
            [new("y", context.Output.Buffer), new("dy", context.OutputGradient.Buffer), .. sink.Operands]);
    }
}
