using DslNet.Benchmarks.Models;
using DslNet.Benchmarks.Protocol;
using TorchSharp;

namespace DslNet.Benchmarks.Peers.LibTorch;

/// <summary>libtorch, called through TorchSharp.</summary>
internal sealed class LibTorchPeer : IPeer
{
    /// <inheritdoc />
    public string Version => TorchLibrary.Version;

    /// <inheritdoc />
    public IPeerWork Prepare(Job job)
    {
        torch.set_num_threads(job.Threads);
        var network = new TorchNetwork(NetworkModel.Of(job.Workload), ParameterFile.Read(job.Parameters));
        return job.Metric == Job.Train ? new TorchTraining(network, job) : new TorchPrediction(network, job);
    }
}
