using DslNet;
using DslNet.AspNetCore;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Networks as services.</summary>
public static class NetworkServiceCollectionExtensions
{
    /// <summary>
    /// Serves a network from a file: its class is injected as it is at the time of the request, <see cref="NetworkService{TNetwork}"/> with all it offers. It is loaded as the application starts,
    /// and anew when the file changes. A health check has the class's full name. The meter <c>DslNet</c> counts samples, batches and loads.
    /// </summary>
    /// <typeparam name="TNetwork">The network's class.</typeparam>
    /// <param name="services">The application's services.</param>
    /// <param name="path">A safetensors file. Replace it by renaming another, as <see cref="NetworkFiles.Save(INetwork, string)"/> does.</param>
    /// <param name="configure">Changes how it is served.</param>
    /// <exception cref="ArgumentException">The path is empty.</exception>
    /// <exception cref="InvalidOperationException">The class is served already.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="NetworkOptions.MaxBatch"/> is less than 1, or <see cref="NetworkOptions.ReloadInterval"/> is not positive.</exception>
    /// <example><code>
    /// builder.Services.AddNetwork&lt;DigitNet&gt;("digits.safetensors");
    /// app.MapPost("/predict", (float[] pixels, DigitNet net) => net.PredictClass(pixels));
    /// </code></example>
    public static IServiceCollection AddNetwork<TNetwork>(this IServiceCollection services, string path, Action<NetworkOptions>? configure = null)
        where TNetwork : class, INetwork<TNetwork>
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(path);
        var options = new NetworkOptions();
        configure?.Invoke(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBatch, 1);
        if (options.ReloadInterval != Timeout.InfiniteTimeSpan)
            ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.ReloadInterval, TimeSpan.Zero);

        if (services.Any(service => service.ServiceType == typeof(NetworkService<TNetwork>)))
            throw new InvalidOperationException($"{typeof(TNetwork).Name} is served already, and would be served from {path} too. Add a class once; a network of another file needs a class of its own.");

        services.AddLogging();
        services.AddSingleton(provider => new NetworkService<TNetwork>(path, options, provider.GetRequiredService<ILogger<NetworkService<TNetwork>>>()));
        services.AddTransient(provider => provider.GetRequiredService<NetworkService<TNetwork>>().Current);
        services.AddHostedService(provider => new NetworkReloader<TNetwork>(provider.GetRequiredService<NetworkService<TNetwork>>(), options));
        services.AddHealthChecks().AddCheck<NetworkHealthCheck<TNetwork>>(typeof(TNetwork).FullName!);
        return services;
    }
}
