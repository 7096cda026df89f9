using Microsoft.Extensions.Hosting;

namespace DslNet.AspNetCore;

/// <summary>
/// Looks at a network's file from time to time. Notifications of the file system would be sooner, but do not arrive from network drives and mounted volumes.
/// </summary>
internal sealed class NetworkReloader<TNetwork>(NetworkService<TNetwork> service, NetworkOptions options) : BackgroundService where TNetwork : class, INetwork<TNetwork>
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.ReloadInterval == Timeout.InfiniteTimeSpan)
            return;

        using var timer = new PeriodicTimer(options.ReloadInterval);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                service.Reload();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The host stops.
        }
    }
}
