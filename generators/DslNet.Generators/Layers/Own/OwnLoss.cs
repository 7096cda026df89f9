using DslNet.Generators.Expressions;
using DslNet.Generators.Layers.Losses;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Own;

/// <summary>A loss that is a method of the user's: of each output and its target, over which it is a mean, or of all outputs of a sample together.</summary>
/// <param name="Function">The method.</param>
internal sealed record OwnLoss(OwnFunction Function) : LossSpec
{
    public static LossSpec Read(IFunctionArguments arguments, int value) => new OwnLoss(arguments.Function(inputs: 2)) { Value = value };

    public override string Kind => Function.Name;

    public override string Attribute => "Loss";

    public override IEnumerable<LayerArgument> DeclaredArguments => Function.Declared;

    /// <summary>Of all outputs together it is a mean over the batch alone.</summary>
    public override long ElementsPerSample(Shape output) => IsOfAll ? 1 : base.ElementsPerSample(output);

    public override void CheckShape(ShapedInput input, IShapeProblems problems)
    {
        if (IsOfAll && input.Shape != Shape.Vector(Function.Elements))
            problems.Report(RuleIds.LossTupleDiffers, null, problems.LayerName, Function.Elements, input.Producer, input.Shape);
    }

    public override void Lower(LossContext context)
    {
        Tensor output = context.Output, targets = context.ImportTargets();
        Kernel kernel = IsOfAll
            ? new VectorLoss(Kind, output.Layout.SampleLength, Function.Value, Enumerable.Range(0, Function.Elements).Select(GradientOf).ToEquatableArray())
            : new ElementwiseLoss($"Σ {Kind}(y, t)", output.Layout, Function.Value, Derivative.Times(Function.Value.By(LossFunction.Y), LossFunction.Scale));
        context.Add(LossGradient.Of(context, Kind, kernel, new("target", targets.Buffer), context.Targets));
    }

    private bool IsOfAll => Function.Elements > 0;

    /// <summary>The gradient of an output: outputs, targets and the scale are the inputs.</summary>
    private Expr GradientOf(int output) => Derivative.Times(Function.Value.By(new(output)), new Expr.Input(2 * Function.Elements));
}
