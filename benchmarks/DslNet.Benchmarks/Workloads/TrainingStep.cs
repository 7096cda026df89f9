using System.Runtime.CompilerServices;
using DslNet.Benchmarks.Models;
using DslNet.Benchmarks.Protocol;

namespace DslNet.Benchmarks.Workloads;

/// <summary>One training step: the gradients of a batch and a step of Adam.</summary>
internal sealed class TrainingStep
{
    private readonly INetwork _network;
    private readonly Adam _optimizer;
    private readonly Samples _samples;
    private readonly NamedCalls? _calls;

    public TrainingStep(Workload workload, int batch, INetwork? network = null, float learningRate = Job.TimingRate)
    {
        _network = network ?? workload.Create(1);
        _samples = workload.Samples(batch);
        _calls = workload.Calls;
        _optimizer = new Adam(learningRate);
        _optimizer.Prepare(_network.Parameters.Length);
    }

    /// <summary>Does the step and returns the loss.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public float Run() => _calls is not null ? _calls.Step(_network, _samples, _optimizer) : _samples.Labels.Length > 0
        ? _optimizer.Step(_network, _samples.Inputs, _samples.Labels)
        : _optimizer.Step(_network, _samples.Inputs, _samples.Targets);

    /// <summary>Does the optimiser's part alone, with the gradients as they are.</summary>
    public void RunOptimizer() => _optimizer.Step(_network.Parameters, _network.Gradients);
}
