using System.Runtime.InteropServices;
using DslNet.Benchmarks.Models;
using DslNet.Benchmarks.Naive;
using DslNet.Benchmarks.Protocol;

namespace DslNet.Benchmarks.Peers;

/// <summary>What one writes by hand: loops over arrays, in C#.</summary>
internal sealed class NaivePeer : IPeer
{
    /// <inheritdoc />
    public string Version => $"loops in C#, {RuntimeInformation.FrameworkDescription}";

    /// <inheritdoc />
    public IPeerWork Prepare(Job job) => job.Threads > 1
        ? throw new NotSupportedException("The loops run on one thread.")
        : new NaiveNetwork(NetworkModel.Of(job.Workload), job);
}
