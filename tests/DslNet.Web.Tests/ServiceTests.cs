using System.Net;
using System.Net.Http.Json;
using DrawADigit;
using HandwrittenDigits;
using Microsoft.Extensions.DependencyInjection;

namespace DslNet.Web.Tests;

public sealed class ServiceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DigitsAreRead()
    {
        await using Running service = await Running.Start();
        Dataset all = Digits.LoadAll();

        int right = 0;
        for (int i = 0; i < 50; i++)
        {
            HttpResponseMessage answer = await service.Client.PostAsJsonAsync("predict", all.Input(i).ToArray(), Cancellation);
            Reading? reading = await answer.Content.ReadFromJsonAsync<Reading>(Cancellation);
            Assert.Equal(1, reading!.Probabilities.Sum(), 1e-5);
            Assert.Equal(16, reading.Seen.Length);
            right += reading.Digit == all.Labels.Span[i] ? 1 : 0;
        }

        Assert.InRange(right, 48, 50);
    }

    [Theory]
    [InlineData("[1, 2]")]
    [InlineData("[]")]
    [InlineData("\"seven\"")]
    public async Task WhatIsNoDigitIsRefused(string body)
    {
        await using Running service = await Running.Start();

        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        HttpResponseMessage answer = await service.Client.PostAsync("predict", content, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task PageAndHealthAreThere()
    {
        await using Running service = await Running.Start();

        Assert.Contains("Draw a digit", await service.Client.GetStringAsync("", Cancellation), StringComparison.Ordinal);
        Assert.Contains("export async function predict", await service.Client.GetStringAsync("predict.js", Cancellation), StringComparison.Ordinal);
        Assert.Equal("Healthy", await service.Client.GetStringAsync("health", Cancellation));
    }

    /// <summary>The page's own formula for the first layer, beside a network that is nothing but that layer.</summary>
    [Fact]
    public void FirstLayerIsWhatTheNetworkComputes()
    {
        var net = new DigitNet(seed: 3);
        var layer = new FirstLayerNet(seed: 4);
        layer.Conv1.Weight.CopyFrom(net.Conv1.Weight.ToArray());
        layer.Conv1.Bias.CopyFrom(net.Conv1.Bias.ToArray());
        float[] pixels = Digits.LoadAll().Input(7).ToArray(), expected = new float[16 * 64];
        layer.Predict(pixels, expected);

        float[] actual = [.. FirstLayer.Of(net, pixels).SelectMany(seen => seen)];

        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5f);
    }

    [Fact]
    public async Task HealthNamesTheBrokenFile()
    {
        await using Running service = await Running.Start();
        var network = service.Services.GetRequiredService<AspNetCore.NetworkService<DigitNet>>();

        await File.WriteAllTextAsync(network.Path, "no network", Cancellation);
        File.SetLastWriteTimeUtc(network.Path, DateTime.UtcNow.AddHours(-1));
        network.Reload();

        Assert.Equal("Degraded", await service.Client.GetStringAsync("health", Cancellation));
    }
}
