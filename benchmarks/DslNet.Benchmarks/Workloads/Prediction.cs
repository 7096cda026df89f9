using System.Runtime.CompilerServices;
using DslNet.Benchmarks.Models;

namespace DslNet.Benchmarks.Workloads;

/// <summary>One prediction of a batch.</summary>
internal sealed class Prediction
{
    private readonly INetwork _network;
    private readonly NamedCalls? _calls;
    private readonly Samples _samples;
    private readonly float[] _inputs;
    private readonly float[] _outputs;

    public Prediction(Workload workload, int batch, INetwork? network = null)
    {
        _network = network ?? workload.Create(1);
        _calls = workload.Calls;
        _samples = workload.Samples(batch);
        _inputs = _samples.Inputs;
        _outputs = new float[batch * _network.Description.Outputs.Sum(output => output.Shape.Length)];
    }

    /// <summary>What the last <see cref="Run"/> predicted.</summary>
    public ReadOnlySpan<float> Outputs => _outputs;

    /// <summary>Predicts and returns the first output.</summary>
    // Compiled at once: what surrounds a small network's prediction takes as long as that until the run-time has compiled it well.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public float Run()
    {
        if (_calls is not null)
            _calls.Predict(_network, _samples, _outputs);
        else
            _network.Predict(_inputs, _outputs);
        return _outputs[0];
    }
}
