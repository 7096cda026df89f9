using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Embedding;

/// <summary>A learned row of features for each token of a vocabulary.</summary>
/// <param name="Features">How many values a row has.</param>
/// <param name="InitialDeviation">The standard deviation that they start with.</param>
internal sealed partial record EmbeddingLayer(int Features, float InitialDeviation) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments) =>
        new EmbeddingLayer(arguments.Size("Features"), arguments.Finite("InitialDeviation", otherwise: 1, minimum: 0));

    public override string Kind => "Embedding";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
        [LayerArgument.Positional("Features", Features), LayerArgument.Named("InitialDeviation", InitialDeviation, 1)];

    public override string View => WeightOptions.View;

    public override bool ReadsTokens => true;

    /// <summary>A vector for one token, a signal for several: channels are features, and positions are tokens.</summary>
    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) =>
        inputs[0].Shape is { IsOfTokens: true, Channels: > 1 } tokens ? Shape.Signal(Features, tokens.Channels) : Shape.Vector(Features);

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input) =>
    [
        new("weight", new EquatableArray<int>([Math.Max(input.Vocabulary, 1), Features]), Features, 1, Initializer.Normal, InitialDeviation) { IsByOutput = true },
    ];
}
