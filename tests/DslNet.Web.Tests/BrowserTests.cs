using System.Text.Json.Nodes;

namespace DslNet.Web.Tests;

/// <summary>The sample's page in a real browser, drawn on with the mouse.</summary>
public sealed class BrowserTests
{
    /// <summary>A two, in one stroke.</summary>
    internal static readonly (double X, double Y)[] Two = [(.3, .3), (.35, .15), (.5, .1), (.65, .18), (.66, .35), (.5, .6), (.28, .88), (.72, .88)];

    [Fact]
    public async Task DrawnDigitsAreRead()
    {
        await using Running service = await Running.Start();
        await using Chromium browser = await Chromium.Start();
        await browser.Open(service.Client.BaseAddress!);

        Assert.Equal("1", await Drawn(browser, [(.5, .1), (.5, .9)]));
        Assert.Equal("0", await Drawn(browser, [.. Enumerable.Range(0, 33).Select(i => (.5 + .28 * Math.Sin(i * Math.PI / 16), .5 - .4 * Math.Cos(i * Math.PI / 16)))]));
        Assert.Equal("2", await Drawn(browser, Two));

        Assert.Equal(16, (await browser.Evaluate("document.querySelectorAll('#seen canvas').length"))!.GetValue<int>());
        Assert.Equal("", (await browser.Evaluate("document.getElementById('problem').textContent"))!.GetValue<string>());
        Assert.Equal("[]", (await browser.Evaluate("JSON.stringify(performance.getEntriesByType('resource').map(one => one.name).filter(name => !name.startsWith(location.origin)))"))!.GetValue<string>());

        // For docs/web.md, where somebody wants it.
        if (Environment.GetEnvironmentVariable("DSLNET_WEB_PICTURE") is { } picture)
            await File.WriteAllBytesAsync(picture, await browser.Screenshot(), TestContext.Current.CancellationToken);
    }

    /// <summary>Clears the paper, draws through points of it, from 0 to 1, and waits for the answer.</summary>
    internal static async Task<string> Drawn(Chromium browser, params (double X, double Y)[] points)
    {
        await browser.Evaluate("document.getElementById('clear').click()");
        JsonNode paper = (await browser.Evaluate("(({ left, top, width }) => ({ left, top, width }))(document.getElementById('paper').getBoundingClientRect())"))!;
        double left = paper["left"]!.GetValue<double>(), top = paper["top"]!.GetValue<double>(), width = paper["width"]!.GetValue<double>();
        await browser.Draw([.. points.Select(point => (left + point.X * width, top + point.Y * width))]);
        await browser.Until("document.getElementById('digit').textContent !== '–' || document.getElementById('problem').textContent !== ''");
        return (await browser.Evaluate("document.getElementById('digit').textContent"))!.GetValue<string>();
    }
}
