using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DslNet.AspNetCore;

/// <summary>Healthy while the file is the network that answers; where a changed file could not be loaded, degraded, since the network before still answers.</summary>
internal sealed class NetworkHealthCheck<TNetwork>(NetworkService<TNetwork> service) : IHealthCheck where TNetwork : class, INetwork<TNetwork>
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(service.Problem is { } problem
            ? HealthCheckResult.Degraded($"The network loaded before answers: {problem}")
            : HealthCheckResult.Healthy($"Loaded {service.Loads} times from {service.Path}."));
}
