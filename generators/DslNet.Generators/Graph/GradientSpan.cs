namespace DslNet.Generators.Graph;

/// <summary>A piece of the gradients' memory.</summary>
/// <param name="Offset">Its first float.</param>
/// <param name="Length">How many floats it has.</param>
internal readonly record struct GradientSpan(int Offset, int Length)
{
    public int End => Offset + Length;

    /// <summary>What is left of so many floats beside some pieces.</summary>
    public static IReadOnlyList<GradientSpan> Beside(IEnumerable<GradientSpan> pieces, int length)
    {
        List<GradientSpan> gaps = [];
        int end = 0;
        foreach (GradientSpan piece in pieces.OrderBy(piece => piece.Offset).Append(new(length, 0)))
        {
            if (piece.Offset > end)
                gaps.Add(new(end, piece.Offset - end));
            end = Math.Max(end, piece.End);
        }

        return gaps;
    }
}
