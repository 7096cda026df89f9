using Lecture;
using Xunit;

namespace DslNet.Samples.Tests.Lectures;

public sealed class PageTests
{
    private readonly StringWriter _writer = new();

    [Fact]
    public void RightNumbersAreShown()
    {
        new Page(_writer).Number("a half", 0.5001, 0.5, tolerance: 0.001);

        Assert.Equal("    a half = 0.5001\n", _writer.ToString());
    }

    [Fact]
    public void WrongNumbersEndTheLecture()
    {
        var exception = Assert.Throws<WrongNumberException>(() => new Page(_writer).Number("a half", 0.6, 0.5, tolerance: 0.001));

        Assert.Equal("a half: 0.6 instead of 0.5", exception.Message);
        Assert.Empty(_writer.ToString());
    }

    [Fact]
    public void NoNumberIsNoRightNumber()
    {
        Assert.Throws<WrongNumberException>(() => new Page(_writer).Check("a half", double.NaN, 0.5, tolerance: 1));
    }

    [Fact]
    public void WrongListsEndTheLecture()
    {
        Assert.Throws<WrongNumberException>(() => new Page(_writer).Check("a list", [1, 2], [1, 3]));
    }

    [Fact]
    public void ParagraphsAreWrapped()
    {
        new Page(_writer).Say(string.Join(' ', Enumerable.Repeat("word", 40)));

        string[] lines = _writer.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.All(lines, line => Assert.InRange(line.Length, 4, Page.Width));
    }
}
