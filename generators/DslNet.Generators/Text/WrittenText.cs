namespace DslNet.Generators.Text;

/// <summary>A text in pieces, most of which other texts have too: it is never put together only to be read.</summary>
/// <param name="pieces">The pieces in their order.</param>
internal sealed class WrittenText(IReadOnlyList<string> pieces)
{
    public IReadOnlyList<string> Pieces => pieces;

    /// <summary>Its characters.</summary>
    public int Length { get; } = pieces.Sum(piece => piece.Length);

    public override string ToString() => string.Concat(pieces);
}
