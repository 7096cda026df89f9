using DslNet.Benchmarks.Models;
using DslNet.Benchmarks.Protocol;
using TorchSharp;
using static TorchSharp.torch;

namespace DslNet.Benchmarks.Peers.LibTorch;

/// <summary>One prediction, in inference mode.</summary>
internal sealed class TorchPrediction(TorchNetwork network, Job job) : IPeerWork
{
    private readonly Tensor[] _inputs = network.Inputs(Samples.Of(network.Model, job.Batch), job.Batch);
    private readonly IDisposable _mode = inference_mode();

    /// <inheritdoc />
    public float Run()
    {
        using DisposeScope scope = NewDisposeScope();
        network.Forward(_inputs, trains: false);
        return network.Output(0).ReadCpuSingle(0);
    }

    /// <inheritdoc />
    public float[] Outputs()
    {
        using DisposeScope scope = NewDisposeScope();
        network.Forward(_inputs, trains: false);
        return [.. Enumerable.Range(0, network.Model.Heads.Length).SelectMany(head => network.Output(head).data<float>().ToArray())];
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _mode.Dispose();
        foreach (Tensor input in _inputs)
            input.Dispose();
        network.Dispose();
    }
}
