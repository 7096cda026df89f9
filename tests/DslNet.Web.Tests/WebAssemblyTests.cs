using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace DslNet.Web.Tests;

/// <summary>The page whose network runs in the browser, where it has been published: <c>dotnet publish samples/DrawADigit.Browser -c Release -o artifacts/browser</c>.</summary>
public sealed class WebAssemblyTests
{
    [Fact]
    public async Task DrawnDigitsAreReadInTheBrowser()
    {
        string? folder = Published();
        Assert.SkipWhen(folder is null, "samples/DrawADigit.Browser is not published to artifacts/browser.");
        await using WebApplication app = Serve(folder!);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await using Chromium browser = await Chromium.Start();
        await browser.Open(new Uri(app.Urls.Single()));

        Assert.Equal("this browser", (await browser.Evaluate("document.getElementById('where').textContent"))!.GetValue<string>());
        Assert.Equal("1", await BrowserTests.Drawn(browser, [(.5, .1), (.5, .9)]));
        Assert.Equal("2", await BrowserTests.Drawn(browser, BrowserTests.Two));
        Assert.Equal(16, (await browser.Evaluate("document.querySelectorAll('#seen canvas').length"))!.GetValue<int>());
    }

    private static string? Published()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            string page = Path.Combine(folder.FullName, "artifacts", "browser", "wwwroot");
            if (File.Exists(Path.Combine(page, "index.html")))
                return page;
        }

        return null;
    }

    private static WebApplication Serve(string folder)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        WebApplication app = builder.Build();
        app.UseFileServer(new FileServerOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            StaticFileOptions = { ContentTypeProvider = new FileExtensionContentTypeProvider { Mappings = { [".dat"] = "application/octet-stream" } }, ServeUnknownFileTypes = true },
        });
        return app;
    }
}
