using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>Normalizes each channel over all positions.</summary>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Affine">Whether there are weights and biases.</param>
internal sealed record InstanceNormLayer(float Epsilon, bool Affine) : ChannelNormLayer(Epsilon, Affine)
{
    public static LayerSpec Read(IDeclaredArguments arguments) => new InstanceNormLayer(
        arguments.Finite("Epsilon", DefaultEpsilon, minimum: 0, exclusive: true), arguments.Boolean("Affine", otherwise: false));

    public override string Kind => "InstanceNorm";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
        [LayerArgument.Named("Epsilon", Epsilon, DefaultEpsilon), LayerArgument.Named("Affine", Affine, otherwise: false)];

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        (string producer, Shape shape) = (inputs[0].Producer, inputs[0].Shape);
        if (!ExpectedPositions.Any.Accept(shape))
            ExpectedPositions.Any.Report(inputs[0], problems);
        else if (shape.Positions == 1)
            problems.Report(RuleIds.NothingToNormalize, null, problems.LayerName, "a single value of each channel", producer, shape, $"Remove {problems.LayerName}, or pool less before it");
        return shape;
    }

    protected override int ChannelsOfGroup(int channels) => 1;
}
