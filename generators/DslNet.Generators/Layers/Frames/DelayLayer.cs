using DslNet.Generators.Expressions;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Frames;

/// <summary>y[t] = x[t − frames]: the first frames are zeros.</summary>
/// <param name="Frames">How many.</param>
internal sealed record DelayLayer(int Frames) : LayerSpec, IWorksOnLanes
{
    public static LayerSpec Read(IDeclaredArguments arguments) => new DelayLayer(arguments.Size("Frames"));

    public override string Kind => "Delay";

    public override IEnumerable<LayerArgument> DeclaredArguments => [LayerArgument.Positional("Frames", Frames)];

    public override bool CrossesTime => true;

    public override int FramesBefore(Shape input) => Frames;

    public override int Delay => Frames;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        FrameShape.Check(inputs[0], Frames, problems);
        return inputs[0].Shape;
    }

    public bool WorksOnLanes(IReadOnlyList<Shape> inputs) => true;

    public LaneValue LowerLanes(LaneContext context)
    {
        LaneValue output = context.NewOutput();
        (Kernel kernel, IReadOnlyList<Operand> operands) = LaneElementwise.Of(
            $"y[t] = x[t − delay]{context.FinishPhrase}", [("x", context.Input())], context.Finished(new Expr.Input(0)), ("y", output), Frames);
        context.Add("Forward", kernel, operands);
        return output;
    }

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input(), output = context.NewOutput();
        if (context.KeptInLanes() is { } kept)
        {
            context.Add("Frame", new LaneScatter(input.Layout.Channels, input.Layout.Channels == 1 ? 0 : kept.Row, output.Layout.SampleLength, Gathers: true), [new("source", kept, -Frames), new("destination", output.Buffer)]);
            return output;
        }

        context.Add(ElementwiseKernel.Of(
            context.Name + "Forward", "y[t] = x[t − delay]", output, [new("x", input.Buffer, -Frames * input.Layout.SampleLength)], new Expr.Input(0), Sink.Store(new("y", output.Buffer))));
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        Tensor gradient = context.OutputGradient;
        FrameGradients.ClearBehind(context, this, context.Input(), gradient);
        if (!context.NeedsInputGradient())
            return;
        context.Add(Role.InputGradient, ElementwiseKernel.Of(
            context.Name + "InputGradient", "∂x[t] = ∂y[t + delay]", context.Input(), [new("dy", gradient.Buffer, Frames * gradient.Layout.SampleLength)],
            new Expr.Input(0), context.InputGradient("dx")));
    }
}
