using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Pad;

internal sealed partial record PadLayer
{
    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.ChannelsLastInput(), output = context.NewOutput();
        (PadAxis vertical, PadAxis horizontal) = Axes(input.Shape);
        context.Add("Forward", new PadForward(vertical, horizontal, input.Layout.PositionStride), [new("x", input.Buffer), new("y", output.Buffer)]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        if (!context.NeedsInputGradient())
            return;
        Tensor input = context.ChannelsLastInput();
        (PadAxis vertical, PadAxis horizontal) = Axes(input.Shape);
        Sink sink = GradientOf(context);
        context.Add(
            Role.InputGradient, "Backward", new PadBackward(vertical, horizontal, input.Layout.PositionStride, sink.Epilogue),
            [new("dy", context.OutputGradient.Buffer), .. sink.Operands]);
    }

    /// <summary>Zeros have no gradient, so that each position is written once; what else is around the input is added to it.</summary>
    private Sink GradientOf(BackwardContext context)
    {
        if (Mode == PadMode.Zero)
            return context.InputGradient("dx");
        (Tensor gradient, bool accumulate) = context.InputGradientMemory();
        return Sink.Gradient(new("dx", gradient.Buffer), accumulate);
    }

    private (PadAxis Vertical, PadAxis Horizontal) Axes(Shape input)
    {
        PadAxis[] axes = [.. AxesOf(input)];
        return (axes.Length == 1 ? PadAxis.Single : axes[0], axes[axes.Length - 1]);
    }
}
