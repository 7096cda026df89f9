using System.Diagnostics;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DslNet.Web.Tests;

/// <summary>A real browser without a window, spoken to by its DevTools protocol.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private readonly TemporaryFolder _profile;
    private readonly Process _process;
    private readonly ClientWebSocket _socket = new();
    private int _lastId;

    private Chromium(TemporaryFolder profile, Process process) => (_profile, _process) = (profile, process);

    /// <summary>Where it is, or null.</summary>
    public static string? Program { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => System.IO.Path.Combine(folder, name))).FirstOrDefault(File.Exists);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<Chromium> Start()
    {
        Assert.SkipWhen(Program is null, "There is no chromium here.");
        var profile = new TemporaryFolder();
        var start = new ProcessStartInfo(Program!) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (string argument in new[] { "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1000,700", "--remote-debugging-port=0", $"--user-data-dir={profile.Path}", "about:blank" })
            start.ArgumentList.Add(argument);
        var chromium = new Chromium(profile, Process.Start(start)!);
        await chromium.Connect();
        return chromium;
    }

    /// <summary>Opens a page.</summary>
    public async Task Open(Uri address)
    {
        await Call("Page.navigate", new() { ["url"] = address.ToString() });
        await Until("document.body?.dataset.ready === 'true'");
    }

    /// <summary>What an expression of JavaScript comes to.</summary>
    public async Task<JsonNode?> Evaluate(string expression)
    {
        JsonNode answer = await Call("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        Assert.True(answer["exceptionDetails"] is null, answer.ToJsonString());
        return answer["result"]!["value"];
    }

    /// <summary>Waits until an expression is true.</summary>
    public async Task Until(string expression)
    {
        while ((await Evaluate(expression))?.GetValueKind() != JsonValueKind.True)
            await Task.Delay(20, Cancellation);
    }

    /// <summary>Draws a line with the mouse, through points of the window.</summary>
    public async Task Draw(params (double X, double Y)[] points)
    {
        await Mouse("mousePressed", points[0]);
        foreach ((double, double) point in points)
            await Mouse("mouseMoved", point);
        await Mouse("mouseReleased", points[^1]);
    }

    /// <summary>What the window shows, as a PNG.</summary>
    public async Task<byte[]> Screenshot() => Convert.FromBase64String((await Call("Page.captureScreenshot", []))["data"]!.GetValue<string>());

    public async ValueTask DisposeAsync()
    {
        _socket.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
        try
        {
            _profile.Dispose();
        }
        catch (IOException)
        {
            // A helper of the browser may still write there; the system's temporary folder is cleaned by others.
        }
    }

    private Task Mouse(string type, (double X, double Y) point) => Call("Input.dispatchMouseEvent", new()
    {
        ["type"] = type,
        ["x"] = point.X,
        ["y"] = point.Y,
        ["button"] = "left",
        ["buttons"] = 1,
        ["clickCount"] = 1,
    });

    private async Task Connect()
    {
        const string Listening = "DevTools listening on ";
        string? line;
        do
            line = await _process.StandardError.ReadLineAsync(Cancellation);
        while (line?.StartsWith(Listening, StringComparison.Ordinal) == false);
        Assert.True(line is not null, "chromium ended at once.");
        _ = _process.StandardError.BaseStream.CopyToAsync(Stream.Null, Cancellation);

        var browser = new Uri(line![Listening.Length..]);
        using var client = new HttpClient();
        JsonArray? pages = await client.GetFromJsonAsync<JsonArray>(new Uri($"http://127.0.0.1:{browser.Port}/json/list"), Cancellation);
        JsonNode page = pages!.First(one => one!["type"]!.GetValue<string>() == "page")!;
        await _socket.ConnectAsync(new Uri(page["webSocketDebuggerUrl"]!.GetValue<string>()), Cancellation);
    }

    private async Task<JsonNode> Call(string method, JsonObject parameters)
    {
        int id = ++_lastId;
        byte[] message = JsonSerializer.SerializeToUtf8Bytes<JsonObject>(new() { ["id"] = id, ["method"] = method, ["params"] = parameters });
        await _socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, Cancellation);
        while (true)
        {
            JsonNode answer = await Receive();
            if (answer["id"]?.GetValue<int>() != id)
                continue; // An event.
            Assert.True(answer["error"] is null, answer.ToJsonString());
            return answer["result"]!;
        }
    }

    private async Task<JsonNode> Receive()
    {
        using var whole = new MemoryStream();
        byte[] part = new byte[65536];
        WebSocketReceiveResult result;
        do
        {
            result = await _socket.ReceiveAsync(part, Cancellation);
            whole.Write(part, 0, result.Count);
        }
        while (!result.EndOfMessage);
        return JsonNode.Parse(whole.ToArray())!;
    }
}
