using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>Divides the values of a sample by how far they spread, then scales each by a learned weight.</summary>
/// <param name="Epsilon">What is added to the mean square before the root.</param>
/// <param name="Affine">Whether there is a weight for each value, and for some layers a bias.</param>
/// <param name="PerPosition">Whether each position has statistics of its own, over its channels; else there is one for all values.</param>
internal abstract partial record NormLayer(float Epsilon, bool Affine, bool PerPosition) : LayerSpec
{
    /// <summary>Whether the mean is taken off before.</summary>
    protected abstract bool IsCentered { get; }

    /// <summary>Whether a bias is learned.</summary>
    protected abstract bool HasBias { get; }

    public override string? View => Affine ? WeightOptions.View : null;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        (string producer, Shape shape) = (inputs[0].Producer, inputs[0].Shape);
        if ((PerPosition ? shape.Channels : shape.Length) == 1)
        {
            problems.Report(
                RuleIds.NothingToNormalize, null, problems.LayerName, PerPosition && shape.Length > 1 ? "a single channel at each position" : "a single value", producer, shape,
                PerPosition && shape.Length > 1 ? "Leave out PerPosition, to normalize over all values of a sample" : $"Remove {problems.LayerName}");
        }

        return shape;
    }

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input)
    {
        if (!Affine)
            return [];
        ParameterSpec weight = PerPosition ? Of(Shape.Vector(input.Channels)) : Of(input);
        return HasBias ? [weight, weight with { Role = "bias", InitialValue = 0 }] : [weight];

        // Rows of a panel are positions.
        static ParameterSpec Of(Shape shape) =>
            new("weight", shape.Axes.Select(axis => axis.Length).ToEquatableArray(), 1, shape.Positions, Initializer.Constant, 1);
    }
}
