using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Inputs, and what should come out of them: targets or labels.</summary>
internal readonly ref struct SampleBatch
{
    private readonly ReadOnlySpan<float> _inputs;
    private readonly ReadOnlySpan<float> _targets;
    private readonly ReadOnlySpan<int> _labels;
    private readonly bool _byLabels;

    public SampleBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets)
    {
        _inputs = inputs;
        _targets = targets;
    }

    public SampleBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels)
    {
        _inputs = inputs;
        _labels = labels;
        _byLabels = true;
    }

    /// <summary>Has a network compute the loss and the gradients.</summary>
    public float ComputeGradients(INetwork network, long step) =>
        _byLabels ? network.ComputeGradients(_inputs, _labels, step) : network.ComputeGradients(_inputs, _targets, step);

    /// <summary>Has a network compute the loss and the gradients, and update its parameters.</summary>
    public float TrainFused<TUpdate>(IFusedTraining network, long step, TUpdate update) where TUpdate : struct, IParameterUpdate, allows ref struct =>
        _byLabels ? network.TrainFused(_inputs, _labels, step, update) : network.TrainFused(_inputs, _targets, step, update);
}
