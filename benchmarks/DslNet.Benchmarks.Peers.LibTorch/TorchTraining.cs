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
    private readonly Tensor[] _inputs;
    private readonly Tensor[] _targets;
    private readonly HeadModel[] _heads;

    public TorchTraining(TorchNetwork network, Job job)
    {
        _network = network;
        _optimizer = optim.Adam(network.Parameters, job.LearningRate);
        var samples = Samples.Of(network.Model, job.Batch);
        _inputs = network.Inputs(samples, job.Batch);
        _heads = network.Model.Heads;
        _targets =
        [
            .. _heads.Zip(samples.Heads, (head, answers) =>
                head.Classifies ? tensor(answers.Labels, dtype: int64) : tensor(answers.Targets, [job.Batch, .. head.Shape.Select(axis => (long)axis)])),
        ];
    }

    /// <inheritdoc />
    public float Run()
    {
        using DisposeScope scope = NewDisposeScope();
        _optimizer.zero_grad();
        _network.Forward(_inputs, trains: true);
        Tensor loss = Loss(0);
        for (int i = 1; i < _heads.Length; i++)
            loss += Loss(i);
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
        foreach (Tensor tensor in _inputs.Concat(_targets))
            tensor.Dispose();
        _network.Dispose();
    }

    private Tensor Loss(int head)
    {
        Tensor output = _network.Output(head);
        Tensor loss = _heads[head].Classifies ? nn.functional.cross_entropy(output, _targets[head]) : nn.functional.mse_loss(output, _targets[head]);
        return _heads[head].Weight == 1 ? loss : loss * _heads[head].Weight;
    }
}
