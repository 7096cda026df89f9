using DslNet.Generators.Operations;

namespace DslNet.Generators.Tests.Plans;

/// <summary>What nobody stores must be cleared, and nothing else.</summary>
public sealed class GradientSpanTests
{
    [Theory]
    [InlineData("", "0+32")]
    [InlineData("0+32", "")]
    [InlineData("8+8", "0+8 16+16")]
    [InlineData("16+8 0+16", "24+8")]
    [InlineData("0+8 24+8", "8+16")]
    [InlineData("4+4 12+4 8+4", "0+4 16+16")]
    public void What_lies_beside(string pieces, string expected) => Assert.Equal(expected, string.Join(' ', Beside(pieces)));

    [Theory]
    [InlineData("0+16 8+8")]
    [InlineData("0+16 0+16")]
    [InlineData("24+16")]
    public void What_overlaps_is_refused(string pieces) => Assert.Throws<InvalidOperationException>(() => Beside(pieces));

    private static string[] Beside(string pieces) =>
    [
        .. GradientSpan.Beside(pieces.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Parse), 32).Select(span => $"{span.Offset}+{span.Length}"),
    ];

    private static GradientSpan Parse(string piece)
    {
        string[] parts = piece.Split('+');
        return new(int.Parse(parts[0]), int.Parse(parts[1]));
    }
}
