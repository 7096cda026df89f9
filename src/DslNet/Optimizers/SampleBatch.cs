using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Inputs, what should come out of them (targets or labels), and how much each sample counts.</summary>
internal readonly ref struct SampleBatch
{
    private readonly ReadOnlySpan<float> _inputs;
    private readonly ReadOnlySpan<int> _tokens;
    private readonly ReadOnlySpan<float> _targets;
    private readonly ReadOnlySpan<int> _labels;
    private readonly ReadOnlySpan<float> _weights;
    private readonly bool _byLabels;
    private readonly int _frames;
    private readonly ReadOnlySpan<int> _lengths;

    /// <param name="inputs">The inputs.</param>
    /// <param name="targets">What should come out of them.</param>
    /// <param name="weights">How much each sample, or each frame, counts; empty where all count alike.</param>
    /// <param name="frames">Of sequences, how many frames each has; 0 where samples are none, or for one sequence.</param>
    /// <param name="lengths">Of sequences, how many of these frames each has; empty where it has all.</param>
    public SampleBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, int frames = 0, ReadOnlySpan<int> lengths = default)
    {
        _inputs = inputs;
        _targets = targets;
        _weights = weights;
        _frames = frames;
        _lengths = lengths;
    }

    /// <param name="inputs">The inputs.</param>
    /// <param name="labels">The class of each sample, or of each frame.</param>
    /// <param name="weights">How much each sample, or each frame, counts; empty where all count alike.</param>
    /// <param name="frames">Of sequences, how many frames each has; 0 where samples are none, or for one sequence.</param>
    /// <param name="lengths">Of sequences, how many of these frames each has; empty where it has all.</param>
    public SampleBatch(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, int frames = 0, ReadOnlySpan<int> lengths = default)
    {
        _inputs = inputs;
        _labels = labels;
        _weights = weights;
        _frames = frames;
        _lengths = lengths;
        _byLabels = true;
    }

    /// <param name="tokens">The inputs, where they are tokens of sequences.</param>
    /// <param name="targets">What should come out of them.</param>
    /// <param name="weights">How much each frame counts; empty where all count alike.</param>
    /// <param name="frames">How many frames each sequence has memory for.</param>
    /// <param name="lengths">How many of them each has; empty where it has all.</param>
    public SampleBatch(ReadOnlySpan<int> tokens, ReadOnlySpan<float> targets, ReadOnlySpan<float> weights, int frames, ReadOnlySpan<int> lengths)
        : this(default(ReadOnlySpan<float>), targets, weights, frames, lengths) => _tokens = tokens;

    /// <param name="tokens">The inputs, where they are tokens of sequences.</param>
    /// <param name="labels">The class of each frame.</param>
    /// <param name="weights">How much each frame counts; empty where all count alike.</param>
    /// <param name="frames">How many frames each sequence has memory for.</param>
    /// <param name="lengths">How many of them each has; empty where it has all.</param>
    public SampleBatch(ReadOnlySpan<int> tokens, ReadOnlySpan<int> labels, ReadOnlySpan<float> weights, int frames, ReadOnlySpan<int> lengths)
        : this(default(ReadOnlySpan<float>), labels, weights, frames, lengths) => _tokens = tokens;

    /// <summary>Has a network compute the loss and the gradients.</summary>
    public float ComputeGradients(INetwork network, long step) => _frames > 0
        ? network is ITokenSequenceNetwork ofTokens ? OfSequences(ofTokens, step) : OfSequences((ISequenceNetwork)network, step)
        : _byLabels ? network.ComputeGradients(_inputs, _labels, step, _weights) : network.ComputeGradients(_inputs, _targets, step, _weights);

    private float OfSequences(ISequenceNetwork network, long step) => _byLabels
        ? network.ComputeGradients(_inputs, _labels, _frames, step, _weights, _lengths)
        : network.ComputeGradients(_inputs, _targets, _frames, step, _weights, _lengths);

    private float OfSequences(ITokenSequenceNetwork network, long step) => _byLabels
        ? network.ComputeGradients(_tokens, _labels, _frames, step, _weights, _lengths)
        : network.ComputeGradients(_tokens, _targets, _frames, step, _weights, _lengths);

    /// <summary>Has a network compute the loss and the gradients, and update its parameters.</summary>
    public float TrainFused<TUpdate>(IFusedTraining network, long step, TUpdate update) where TUpdate : struct, IParameterUpdate, allows ref struct =>
        _byLabels ? network.TrainFused(_inputs, _labels, _weights, step, update) : network.TrainFused(_inputs, _targets, _weights, step, update);
}
