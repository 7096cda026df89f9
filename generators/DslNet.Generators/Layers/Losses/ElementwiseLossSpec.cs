using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Layers.Losses;

/// <summary>A loss that is a sum over outputs, each a function of prediction and target.</summary>
/// <param name="Kind">Which of <see cref="ElementwiseLosses"/>.</param>
/// <param name="Arguments">The arguments of its attribute.</param>
internal sealed record ElementwiseLossSpec(string Kind, EquatableArray<float> Arguments) : LossSpec
{
    public override IEnumerable<LayerArgument> DeclaredArguments => ElementwiseLosses.Get(Kind).Declared(Arguments);

    public override string Kind { get; } = Kind;

    public override LossTarget Target => ElementwiseLosses.Get(Kind).Target;

    public override Link Link => ElementwiseLosses.Get(Kind).Link;

    public override long ElementsPerSample(Shape output) => ElementwiseLosses.Get(Kind).IsOfClasses ? 1 : base.ElementsPerSample(output);

    public override void CheckShape(ShapedInput input, IShapeProblems problems)
    {
        if (ElementwiseLosses.Get(Kind).IsOfClasses)
            CheckClasses(input, problems);
    }

    public override void Lower(LossContext context)
    {
        LossFunction function = ElementwiseLosses.Get(Kind);
        Tensor output = context.Output, targets = context.ImportTargets();
        ElementwiseLoss kernel = new(function.Formula, output.Layout, function.Value(Arguments), function.Gradient(Arguments));
        context.Add(LossGradient.Of(context, Kind, kernel, new("target", targets.Buffer), context.Targets));
    }
}
