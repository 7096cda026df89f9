using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Frames;

/// <summary>A frame with the last values before it in front.</summary>
/// <param name="Values">How many.</param>
internal sealed record ContextLayer(int Values) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments) => new ContextLayer(arguments.Size("Values"));

    public override string Kind => "Context";

    public override IEnumerable<LayerArgument> DeclaredArguments => [LayerArgument.Positional("Values", Values)];

    public override bool CrossesTime => true;

    public override int FramesBefore(Shape input) => (int)((Values + input.Length - 1) / input.Length);

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        FrameShape.Check(inputs[0], FramesBefore(inputs[0].Shape), problems);
        return Shape.Vector(Limits.Clamp(Limits.Add(inputs[0].Shape.Length, Values)));
    }

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input(), output = context.NewOutput();
        ContextForward kernel = new(input.Layout.Channels, input.Layout.SampleLength, Values, output.Layout.PositionStride);
        context.Add("Forward", kernel, [new("x", input.Buffer, -FramesBefore(input.Shape) * input.Layout.SampleLength), new("y", output.Buffer)]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        Tensor input = context.Input(), output = context.OutputGradient;
        FrameGradients.ClearBehind(context, this, input, output);
        if (!context.NeedsInputGradient())
            return;
        (Tensor gradient, bool accumulate) = context.InputGradientMemory();
        ContextGradient kernel = new(input.Layout.Channels, input.Layout.PositionStride, Values, output.Layout.SampleLength, accumulate);
        context.Add(Role.InputGradient, "InputGradient", kernel, [new("dy", output.Buffer), new("dx", gradient.Buffer)]);
    }
}
