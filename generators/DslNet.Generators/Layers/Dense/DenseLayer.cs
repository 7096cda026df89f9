using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Dense;

/// <summary>y = W·x + b.</summary>
/// <param name="Outputs">Rows of W.</param>
/// <param name="DeclaredInputs">The number of inputs that the user asserts; 0 if they assert none.</param>
/// <param name="Weights">How the weights start.</param>
internal sealed partial record DenseLayer(int Outputs, int DeclaredInputs, WeightOptions Weights) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        int outputs = arguments.Size("Outputs"), inputs = arguments.Int32("Inputs", 0);
        if (inputs < 0)
        {
            arguments.Report(RuleIds.SizeNotPositive, "Inputs", "Inputs", inputs);
            inputs = 0;
        }

        return new DenseLayer(outputs, inputs, arguments.Weights());
    }

    public override string Kind => "Dense";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
        [LayerArgument.Positional("Outputs", Outputs), LayerArgument.Named("Inputs", DeclaredInputs, 0), .. LayerArgument.Weights(Weights)];

    public override string View => WeightOptions.View;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        (string producer, Shape shape) = (inputs[0].Producer, inputs[0].Shape);
        if (shape.SpatialRank > 0)
            problems.Report(RuleIds.FlattenMissing, null, problems.LayerName, producer, shape);

        if (DeclaredInputs != 0 && DeclaredInputs != shape.Length)
        {
            problems.Report(
                RuleIds.InputsDiffer, "Inputs",
                problems.LayerName, NumberText.Counted(DeclaredInputs, "input"), producer, shape, NumberText.Of(shape.Length));
        }

        return Shape.Vector(Outputs);
    }

    /// <summary>Whatever came in, the number of outputs is the one declared.</summary>
    public override ShapeCertainty OutputCertainty(ShapeCertainty input) => ShapeCertainty.Known;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input)
    {
        int inputs = Limits.Clamp(input.Length);
        ParameterSpec weight = new("weight", new EquatableArray<int>([Outputs, inputs]), inputs, 1, Weights.Initializer, Weights.InitialValue);
        return Weights.Bias ? [weight, ParameterSpec.Bias(Outputs, Weights.InitialBias)] : [weight];
    }

    public override long MultiplyAdds(Shape input, Shape output) => input.Length * Outputs;
}
