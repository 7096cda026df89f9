using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Dropout;

/// <summary>Zeros at random while training, nothing while predicting.</summary>
/// <param name="Probability">The probability of a zero.</param>
internal sealed partial record DropoutLayer(double Probability) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        double probability = arguments.Number("Probability", 0.5);
        if (probability is >= 0 and < 1)
            return new DropoutLayer(probability);

        arguments.Report(RuleIds.ProbabilityOutOfRange, "Probability", NumberText.Of(probability));
        return new DropoutLayer(0.5);
    }

    public override string Kind => "Dropout";

    public override IEnumerable<LayerArgument> DeclaredArguments => [LayerArgument.Positional("Probability", Probability)];

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => inputs[0].Shape;
}
