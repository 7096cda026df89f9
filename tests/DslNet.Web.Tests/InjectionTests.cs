using System.Diagnostics.Metrics;
using DslNet.AspNetCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DslNet.Web.Tests;

public sealed class InjectionTests
{
    [Fact]
    public async Task ReplacedFileIsInjectedWithoutARestart()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("wide.safetensors");
        new WideNet(1).Save(path);
        HostApplicationBuilder builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddNetwork<WideNet>(path, options => options.ReloadInterval = TimeSpan.FromMilliseconds(5));
        using IHost host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        Assert.Equal(1, host.Services.GetRequiredService<WideNet>().Seed);

        new WideNet(2).Save(path);
        while (host.Services.GetRequiredService<WideNet>().Seed != 2)
            await Task.Delay(5, TestContext.Current.CancellationToken);

        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void SettingsAreChecked()
    {
        var services = new ServiceCollection();

        Assert.Throws<ArgumentException>(() => services.AddNetwork<WideNet>(""));
        Assert.Throws<ArgumentOutOfRangeException>(() => services.AddNetwork<WideNet>("x", options => options.MaxBatch = 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => services.AddNetwork<WideNet>("x", options => options.ReloadInterval = TimeSpan.Zero));
        Assert.Empty(services);

        services.AddNetwork<WideNet>("x");
        Assert.Contains("is served already", Assert.Throws<InvalidOperationException>(() => services.AddNetwork<WideNet>("y")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MeterCountsSamples()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("wide.safetensors");
        new WideNet(1).Save(path);
        await using ServiceProvider provider = new ServiceCollection().AddNetwork<WideNet>(path).BuildServiceProvider();
        var service = provider.GetRequiredService<NetworkService<WideNet>>();
        long samples = 0;
        using var listener = new MeterListener { InstrumentPublished = (instrument, listener) => { if (instrument is { Meter.Name: "DslNet", Name: "dslnet.predict.samples" }) listener.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => Interlocked.Add(ref samples, value));
        listener.Start();

        for (int i = 0; i < 3; i++)
            await service.PredictAsync(new float[WideNet.InputLength], new float[WideNet.OutputLength], TestContext.Current.CancellationToken);

        Assert.True(Interlocked.Read(ref samples) >= 3, $"{samples} samples were counted.");
    }
}
