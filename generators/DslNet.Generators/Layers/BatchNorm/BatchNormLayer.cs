using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.BatchNorm;

/// <summary>
/// Normalizes each channel over all positions of all samples in training, and by running statistics in prediction; then a learned weight and bias for
/// each channel.
/// </summary>
/// <param name="Momentum">The share that a step has in the running statistics.</param>
/// <param name="Epsilon">What is added to the variance.</param>
internal sealed partial record BatchNormLayer(float Momentum, float Epsilon) : LayerSpec
{
    private const float DefaultMomentum = 0.1f, DefaultEpsilon = 1e-5f;

    private const string Mean = "running_mean", Variance = "running_var";

    public static LayerSpec Read(IDeclaredArguments arguments) => new BatchNormLayer(
        arguments.Finite("Momentum", DefaultMomentum, minimum: 0, maximum: 1), arguments.Finite("Epsilon", DefaultEpsilon, minimum: 0, exclusive: true));

    public override string Kind => "BatchNorm";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
        [LayerArgument.Named("Momentum", Momentum, DefaultMomentum), LayerArgument.Named("Epsilon", Epsilon, DefaultEpsilon)];

    public override string View => "NormalizationLayer";

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => inputs[0].Shape;

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input) =>
        [new("weight", new EquatableArray<int>([input.Channels]), 1, 1, Initializer.Constant, 1), ParameterSpec.Bias(input.Channels, 0)];

    public override int LeastBatch(Shape output) => output.Positions == 1 ? 2 : 1;

    public override IReadOnlyList<StateSpec> States(Shape input) => [new(Mean, input.Channels, 0), new(Variance, input.Channels, 1)];
}
