using Lecture;
using Xunit;

namespace DslNet.Samples.Tests.Lectures;

public sealed class ContentsTests
{
    public static TheoryData<int> Parts => [.. Enumerable.Range(0, Contents.Parts.Count)];

    [Theory]
    [MemberData(nameof(Parts))]
    public void EveryPartChecksItsNumbers(int part)
    {
        var page = new Page(TextWriter.Null);

        Contents.Parts[part].Tell(page);

        Assert.True(page.Checks > 0);
    }

    [Fact]
    public void TheSameTextIsToldAgain()
    {
        Assert.Equal(Tell(), Tell());
    }

    [Fact]
    public void LinesFitTheScreen()
    {
        Assert.All(Tell().Split('\n'), line => Assert.InRange(line.Length, 0, Page.Width));
    }

    private static string Tell()
    {
        var writer = new StringWriter();
        var page = new Page(writer);
        foreach ((string title, Action<Page> tell) in Contents.Parts)
        {
            page.Title(title);
            tell(page);
        }

        return writer.ToString();
    }
}
