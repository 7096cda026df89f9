using DslNet.Generators.Text;

namespace DslNet.Generators.Operations;

/// <summary>A piece of the gradients' memory.</summary>
/// <param name="Offset">Its first float.</param>
/// <param name="Length">How many floats it has.</param>
internal readonly record struct GradientSpan(int Offset, int Length)
{
    public int End => Offset + Length;

    /// <summary>What is left of so many floats beside some pieces.</summary>
    /// <exception cref="InvalidOperationException">Two pieces overlap: the second kernel would store over what the first one did.</exception>
    public static IReadOnlyList<GradientSpan> Beside(IEnumerable<GradientSpan> pieces, int length)
    {
        List<GradientSpan> gaps = [];
        int end = 0;
        foreach (GradientSpan piece in pieces.OrderBy(piece => piece.Offset).Append(new(length, 0)))
        {
            if (piece.Offset < end)
                throw new InvalidOperationException($"Two kernels store the gradient at {piece.Offset}.");
            if (piece.Offset > end)
                gaps.Add(new(end, piece.Offset - end));
            end = piece.End;
        }

        return gaps;
    }
}
