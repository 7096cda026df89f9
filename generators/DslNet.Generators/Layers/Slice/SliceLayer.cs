using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Slice;

/// <summary>Some neighbouring channels, or features of a vector.</summary>
/// <param name="Start">The first.</param>
/// <param name="Length">How many.</param>
internal sealed partial record SliceLayer(int Start, int Length) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        int start = arguments.Int32("Start", 0);
        if (start < 0)
        {
            arguments.Report(RuleIds.NumberOutOfRange, "Start", "Start", start, "0 or more");
            start = 0;
        }

        return new SliceLayer(start, arguments.Size("Length"));
    }

    public override string Kind => "Slice";

    public override IEnumerable<LayerArgument> DeclaredArguments => [LayerArgument.Positional("Start", Start), LayerArgument.Positional("Length", Length)];

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        Shape input = inputs[0].Shape;
        if ((long)Start + Length > input.Channels)
        {
            string unit = input.SpatialRank == 0 ? "values" : "channels";
            int left = input.Channels - Start;
            problems.Report(
                RuleIds.SliceBeyondEnd, null, problems.LayerName, unit, Start, (long)Start + Length - 1, inputs[0].Producer, input,
                left < 1 ? Invariant($"Write a start of at most {input.Channels - 1}") : Invariant($"Write a length of at most {left}"));
        }

        return input.WithChannels(Length);
    }

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) => input;
}
