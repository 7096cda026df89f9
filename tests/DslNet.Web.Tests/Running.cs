using DrawADigit;
using Microsoft.AspNetCore.Builder;

namespace DslNet.Web.Tests;

/// <summary>The sample's service on a free port, with a network that it has trained.</summary>
internal sealed class Running : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly WebApplication _app;

    private Running(TemporaryFolder folder, WebApplication app)
    {
        (_folder, _app) = (folder, app);
        Client = new() { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<Running> Start()
    {
        var folder = new TemporaryFolder();
        WebApplication app = Service.Create(["--weights", folder.File("digits.safetensors"), "--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(folder, app);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
