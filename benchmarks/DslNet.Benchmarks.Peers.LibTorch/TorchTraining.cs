using DslNet.Benchmarks.Models;
using DslNet.Benchmarks.Protocol;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace DslNet.Benchmarks.Peers.LibTorch;

/// <summary>One training step.</summary>
internal sealed class TorchTraining : IPeerWork
{
    private readonly TorchNetwork _network;
    private readonly Adam _optimizer;
    private readonly Tensor _inputs;
    private readonly Tensor _targets;

    public TorchTraining(TorchNetwork network, Job job)
    {
        _network = network;
        _optimizer = optim.Adam(network.Parameters, job.LearningRate);
        var samples = Samples.Of(network.Model, job.Batch);
        _inputs = network.Inputs(samples, job.Batch);
        _targets = network.Model.Classifies
            ? tensor(samples.Labels, dtype: int64)
            : tensor(samples.Targets, [job.Batch, .. network.Model.Output.Select(axis => (long)axis)]);
    }

    /// <inheritdoc />
    public float Run()
    {
        using DisposeScope scope = NewDisposeScope();
        _optimizer.zero_grad();
        Tensor outputs = _network.Forward(_inputs, trains: true);
        Tensor loss = _network.Model.Classifies ? nn.functional.cross_entropy(outputs, _targets) : nn.functional.mse_loss(outputs, _targets);
        loss.backward();
        _optimizer.step();
        return loss.item<float>();
    }

    /// <inheritdoc />
    public float[] Outputs() => throw new InvalidOperationException("A training step has no outputs.");

    /// <inheritdoc />
    public void Dispose()
    {
        _optimizer.Dispose();
        _inputs.Dispose();
        _targets.Dispose();
        _network.Dispose();
    }
}
