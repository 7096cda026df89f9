using DslNet.Generators.Layers.Windows;
using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Layers.Pad;

/// <summary>A signal or an image with positions around it.</summary>
/// <param name="Top">Rows above; a signal has none, unless all four are the same.</param>
/// <param name="Bottom">Rows below.</param>
/// <param name="Left">Columns before, or what is before a signal.</param>
/// <param name="Right">Columns behind.</param>
/// <param name="Mode">What they hold.</param>
internal sealed partial record PadLayer(int Top, int Bottom, int Left, int Right, PadMode Mode) : LayerSpec
{
    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        PadMode mode = arguments.Enumeration("Mode", PadMode.Zero);
        if (arguments.Has("All"))
        {
            int all = Amount("All");
            return new PadLayer(all, all, all, all, mode);
        }

        if (arguments.Has("Vertical"))
        {
            int vertical = Amount("Vertical"), horizontal = Amount("Horizontal");
            return new PadLayer(vertical, vertical, horizontal, horizontal, mode);
        }

        return new PadLayer(Amount("Top"), Amount("Bottom"), Amount("Left"), Amount("Right"), mode);

        int Amount(string name)
        {
            int amount = arguments.Int32(name, 0);
            if (amount is >= 0 and <= Limits.TensorLength)
                return amount;
            if (amount < 0)
                arguments.Report(RuleIds.NumberOutOfRange, name, name, amount, "0 or a positive number");
            else
                arguments.Report(RuleIds.SizeTooLarge, name, name, amount, Limits.TensorLength);
            arguments.DoubtSize();
            return 0;
        }
    }

    public override string Kind => "Pad";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
        [.. Amounts(), LayerArgument.Enumeration("Mode", Mode, PadMode.Zero)];

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        Shape input = inputs[0].Shape;
        bool needsRows = (Top > 0 || Bottom > 0) && !IsSameAround;
        ExpectedPositions expected = needsRows ? ExpectedPositions.Image : ExpectedPositions.Any;
        if (!expected.Accept(input))
        {
            expected.Report(inputs[0], problems, $"Pad({OfSides(("left", Left), ("right", Right))})");
            return input.SpatialRank == 0 ? Shape.Image(input.Channels, 1, 1) : input;
        }

        PadAxis[] axes = [.. AxesOf(input)];
        if (Mode == PadMode.Reflect && axes.FirstOrDefault(axis => Math.Max(axis.Before, axis.After) >= axis.Input) is { } tooFar)
        {
            problems.Report(
                RuleIds.ReflectionTooLong, null, problems.LayerName, Math.Max(tooFar.Before, tooFar.After), tooFar.Input, inputs[0].Producer, input,
                tooFar.Input == 1 ? "Use Mode = PadMode.Replicate" : $"Pad at most {NumberText.Grouped(tooFar.Input - 1)}, or use Mode = PadMode.Replicate");
        }

        return Shape.Of(input.Channels, [.. axes.Select(axis => Limits.Clamp((long)axis.Before + axis.Input + axis.After))]);
    }

    private bool IsSameAround => Top == Bottom && Left == Right && Top == Left;

    private IEnumerable<PadAxis> AxesOf(Shape input)
    {
        if (input.SpatialRank == 2)
            yield return new(Top, input.Axes[1].Length, Bottom, Mode);
        yield return new(Left, input.RowLength, Right, Mode);
    }

    /// <summary>As few numbers as say it.</summary>
    private IEnumerable<LayerArgument> Amounts()
    {
        int written = IsSameAround ? 1 : Top == Bottom && Left == Right ? 2 : 4;
        (string Name, int Value)[] amounts = [("Top", Top), ("Bottom", Bottom), ("Left", Left), ("Right", Right)];
        string?[] texts = written switch
        {
            1 => [NumberText.Of(Top), null, null, null],
            2 => [NumberText.Of(Top), null, NumberText.Of(Left), null],
            _ => [OfSides(("top", Top), ("bottom", Bottom), ("left", Left), ("right", Right)), null, null, null],
        };
        return amounts.Zip(texts, (amount, text) => LayerArgument.Positional(amount.Name, amount.Value) with { Text = text });
    }

    /// <summary>The sides that are padded, by their names.</summary>
    private static string OfSides(params (string Name, int Amount)[] sides) =>
        string.Join(", ", sides.Where(side => side.Amount > 0).DefaultIfEmpty(sides[0]).Select(side => $"{side.Name}: {NumberText.Of(side.Amount)}"));
}
