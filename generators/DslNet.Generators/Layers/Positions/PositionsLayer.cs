using DslNet.Generators.Layers.Frames;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Positions;

/// <summary>A learned row of values for each position in a sequence, which is added: y[t] = x[t] + W[t].</summary>
/// <param name="Max">How many positions there are.</param>
/// <param name="InitialDeviation">The standard deviation that the rows start with.</param>
internal sealed record PositionsLayer(int Max, float InitialDeviation) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments) =>
        new PositionsLayer(arguments.Size("Max"), arguments.Finite("InitialDeviation", otherwise: 1, minimum: 0));

    public override string Kind => "Positions";

    public override IEnumerable<LayerArgument> DeclaredArguments => [LayerArgument.Positional("Max", Max), LayerArgument.Named("InitialDeviation", InitialDeviation, 1)];

    public override string View => WeightOptions.View;

    public override bool CrossesTime => true;

    public override int? MostFrames => Max;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        FrameShape.Check(inputs[0], 0, problems);
        return Shape.Vector(Limits.Clamp(inputs[0].Shape.Length));
    }

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input)
    {
        int features = Limits.Clamp(input.Length);
        return [new("weight", new EquatableArray<int>([Max, features]), features, 1, Initializer.Normal, InitialDeviation) { IsByOutput = true }];
    }

    public override Tensor LowerForward(ForwardContext context)
    {
        Tensor input = context.Input(), output = context.NewOutput();
        context.Add(
            "Forward", new PositionsForward(PositionRows.Of(this, input)),
            [FrameCount.Forward(context), new("x", input.Buffer), context.Parameter("weight", "w"), new("y", output.Buffer)]);
        return output;
    }

    public override void LowerBackward(BackwardContext context)
    {
        Tensor gradient = context.OutputGradient;
        if (context.NeedsInputGradient())
        {
            context.Add(Role.InputGradient, ElementwiseKernel.Of(
                context.Name + "InputGradient", "∂x = ∂y", gradient, [new("dy", gradient.Buffer)], new Expressions.Expr.Input(0), context.InputGradient("dx")));
        }

        context.Add(
            Role.WeightGradient, "WeightGradient", new PositionsGradient(PositionRows.Of(this, gradient)),
            [FrameCount.Of(context.KeptFrames), new("dy", gradient.Buffer), context.ParameterGradient("weight", "dw")]);
    }
}
