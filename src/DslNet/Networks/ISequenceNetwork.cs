namespace DslNet;

/// <summary>
/// A network whose samples are sequences of frames (<see cref="SequenceAttribute"/>). The methods of <see cref="INetwork"/> take one sequence, of as many frames
/// as there are; those here take many sequences, one after the other.
/// </summary>
/// <remarks>
/// <para>
/// An output belongs to a frame, unless a layer such as <see cref="LastFrameAttribute"/> makes one value of all frames: then it belongs to a sequence, and
/// there is one output, target, label and weight for each sequence.
/// </para>
/// <para>
/// Sequences of unequal lengths have memory of <c>frames</c> frames each, and <c>lengths</c> says how many of them each sequence has. What is behind its end is neither
/// read nor counted, and outputs there are left as they were: a sequence has the bits that it has alone.
/// </para>
/// </remarks>
public interface ISequenceNetwork : INetwork
{
    /// <summary>Computes the outputs of some sequences.</summary>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="outputs">sequences × frames × output length, or sequences × output length where an output belongs to a sequence; must not overlap the inputs.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has, from 1 to <paramref name="frames"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the memory overlaps.</exception>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs, int frames, ReadOnlySpan<int> lengths = default);

    /// <summary>The mean loss over all outputs, evaluated as in prediction (no dropout).</summary>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="targets">As many values as outputs have.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="outputs">Empty, or memory to receive the predictions too.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has, from 1 to <paramref name="frames"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    float ComputeLoss(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int frames, Span<float> outputs = default, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default);

    /// <summary>The mean loss over all outputs, evaluated as in prediction (no dropout), for a classifier.</summary>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="labels">One class for each output, counted from zero.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="outputs">Empty, or memory to receive the predictions too.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has, from 1 to <paramref name="frames"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels.</exception>
    float ComputeLoss(
        ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, int frames, Span<float> outputs = default, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default);

    /// <summary>
    /// Computes the mean loss over all outputs and overwrites <see cref="INetwork.Gradients"/> with its gradient, through time: each sequence begins with frames of
    /// zeros before it.
    /// </summary>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="targets">As many values as outputs have.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="step">The number of the training step; dropout draws other zeros in each.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has, from 1 to <paramref name="frames"/>.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the sequences are so long that what is kept of them fits no array.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    float ComputeGradients(
        ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int frames, long step, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default);

    /// <summary>The same for a classifier.</summary>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="labels">One class for each output, counted from zero.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="step">The number of the training step; dropout draws other zeros in each.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has, from 1 to <paramref name="frames"/>.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the sequences are so long that what is kept of them fits no array.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels.</exception>
    float ComputeGradients(
        ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, int frames, long step, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default);
}
