using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Embedding;

/// <summary>A learned row of features for each token of a vocabulary.</summary>
/// <param name="Features">How many values a row has.</param>
/// <param name="InitialDeviation">The standard deviation that they start with.</param>
/// <param name="PaddingIndex">The token whose row starts at zero and stays as it is; <see cref="NoPadding"/> if there is none.</param>
internal sealed partial record EmbeddingLayer(int Features, float InitialDeviation, int PaddingIndex) : LayerSpec
{
    private const int NoPadding = -1;

    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        int padding = arguments.Int32(nameof(PaddingIndex), NoPadding);
        if (padding < 0 && arguments.Has(nameof(PaddingIndex)))
            arguments.Report(RuleIds.NumberOutOfRange, nameof(PaddingIndex), nameof(PaddingIndex), padding, "a token, which is at least 0, or leave it out");
        return new EmbeddingLayer(arguments.Size("Features"), arguments.Finite("InitialDeviation", otherwise: 1, minimum: 0), Math.Max(padding, NoPadding));
    }

    public override string Kind => "Embedding";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
        [LayerArgument.Positional("Features", Features), LayerArgument.Named("InitialDeviation", InitialDeviation, 1), LayerArgument.Named(nameof(PaddingIndex), PaddingIndex, NoPadding)];

    public override string View => WeightOptions.View;

    public override bool ReadsTokens => true;

    /// <summary>A vector for one token, a signal for several: channels are features, and positions are tokens.</summary>
    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        Shape tokens = inputs[0].Shape;
        if (tokens.IsOfTokens && PaddingIndex >= tokens.Vocabulary)
            problems.Report(RuleIds.PaddingIndexOutside, nameof(PaddingIndex), problems.LayerName, PaddingIndex, inputs[0].Producer, tokens.Vocabulary, tokens.Vocabulary - 1, PaddingIndex + 1L);
        return tokens is { IsOfTokens: true, Channels: > 1 } ? Shape.Signal(Features, tokens.Channels) : Shape.Vector(Features);
    }

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input) =>
    [
        new("weight", new EquatableArray<int>([Math.Max(input.Vocabulary, 1), Features]), Features, 1, Initializer.Normal, InitialDeviation) { IsByOutput = true, ZeroOutput = PaddingIndex },
    ];
}
