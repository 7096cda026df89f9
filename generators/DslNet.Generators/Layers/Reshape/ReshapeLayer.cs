using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Reshape;

/// <summary>The values of its input under a declared shape.</summary>
/// <param name="Lengths">The lengths of the axes: of a vector, a signal or an image. One of them may be <see cref="Inferred"/>.</param>
internal sealed record ReshapeLayer(EquatableArray<int> Lengths) : ReshapingLayer
{
    /// <summary>As in PyTorch, the length that follows from the others.</summary>
    private const int Inferred = -1;

    private static readonly string[][] s_names = [["Features"], ["Channels", "Length"], ["Channels", "Height", "Width"]];

    public static LayerSpec Read(IDeclaredArguments arguments)
    {
        string[] names = s_names.LastOrDefault(names => names.All(arguments.Has)) ?? s_names[0];
        int[] lengths = [.. names.Select(name => arguments.Int32(name, 1))];
        for (int i = 0; i < lengths.Length; i++)
        {
            if (lengths[i] == Inferred && Array.IndexOf(lengths, Inferred) is var first && first < i)
            {
                // A second length that would have to follow has nothing to follow from.
                arguments.Report(RuleIds.NumberOutOfRange, names[i], names[i], Inferred, $"a positive number: only one length follows from the others, and {names[first]} is -1 too");
                arguments.DoubtSize();
                lengths[i] = 1;
            }
            else if (lengths[i] != Inferred)
            {
                lengths[i] = arguments.Size(names[i]);
            }
        }

        return new ReshapeLayer(lengths.ToEquatableArray());
    }

    public override string Kind => "Reshape";

    public override IEnumerable<LayerArgument> DeclaredArguments => s_names[Lengths.Count - 1].Select((name, i) => LayerArgument.Positional(name, Lengths[i]));

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems)
    {
        ShapedInput input = inputs[0];
        long known = Lengths.Where(length => length != Inferred).Aggregate(1L, (product, length) => Limits.Multiply(product, length));
        bool fits = Lengths.Contains(Inferred) ? input.Shape.Length % known == 0 : input.Shape.Length == known;
        if (!fits)
        {
            problems.Report(
                RuleIds.ReshapedLengthsDiffer, null, problems.LayerName, string.Join("×", Lengths.Select(length => length == Inferred ? "…" : Invariant($"{length}"))),
                Lengths.Contains(Inferred) ? Invariant($"a multiple of {known:N0}") : Invariant($"{known:N0}"), input.Producer, input.Shape);
        }

        int inferred = fits ? Limits.Clamp(input.Shape.Length / known) : 1;
        int[] lengths = [.. Lengths.Select(length => length == Inferred ? inferred : length)];
        return lengths.Length switch
        {
            1 => Shape.Vector(lengths[0]),
            2 => Shape.Signal(lengths[0], lengths[1]),
            _ => Shape.Image(lengths[0], lengths[1], lengths[2]),
        };
    }

    public override ShapeCertainty OutputCertainty(ShapeCertainty input) =>
        input == ShapeCertainty.Known || !Lengths.Contains(Inferred) ? ShapeCertainty.Known : ShapeCertainty.Rank;
}
