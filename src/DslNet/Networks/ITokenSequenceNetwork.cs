namespace DslNet;

/// <summary>
/// A network whose samples are sequences of tokens (<see cref="TokenSequenceAttribute"/>). The methods of <see cref="INetwork"/>, which take values, refuse; those
/// here take many sequences, one after the other.
/// </summary>
/// <remarks>What an output belongs to, and what <c>lengths</c> are, is as with <see cref="ISequenceNetwork"/>.</remarks>
public interface ITokenSequenceNetwork : INetwork
{
    /// <summary>Computes the outputs of some sequences.</summary>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="outputs">sequences × frames × output length, or sequences × output length where an output belongs to a sequence; must not overlap the tokens.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has, from 1 to <paramref name="frames"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the memory overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary.</exception>
    void Predict(ReadOnlySpan<int> tokens, Span<float> outputs, int frames, ReadOnlySpan<int> lengths = default);

    /// <summary>The mean loss over all outputs, evaluated as in prediction (no dropout).</summary>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="targets">As many values as outputs have.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="outputs">Empty, or memory to receive the predictions too.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has, from 1 to <paramref name="frames"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    float ComputeLoss(
        ReadOnlySpan<int> tokens, ReadOnlySpan<float> targets, int frames, Span<float> outputs = default, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default);

    /// <summary>The mean loss over all outputs, evaluated as in prediction (no dropout), for a classifier: of a text, labels are the tokens that follow.</summary>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="labels">One class for each output, counted from zero.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="outputs">Empty, or memory to receive the predictions too.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has, from 1 to <paramref name="frames"/>.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a label is no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels.</exception>
    float ComputeLoss(
        ReadOnlySpan<int> tokens, ReadOnlySpan<int> labels, int frames, Span<float> outputs = default, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default);

    /// <summary>Computes the mean loss over all outputs and overwrites <see cref="INetwork.Gradients"/> with its gradient, through time.</summary>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="targets">As many values as outputs have.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="step">The number of the training step; dropout draws other zeros in each.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has, from 1 to <paramref name="frames"/>.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the sequences are so long that what is kept of them fits no array.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    float ComputeGradients(
        ReadOnlySpan<int> tokens, ReadOnlySpan<float> targets, int frames, long step, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default);

    /// <summary>The same for a classifier.</summary>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="labels">One class for each output, counted from zero.</param>
    /// <param name="frames">The frames of each sequence that there is memory for.</param>
    /// <param name="step">The number of the training step; dropout draws other zeros in each.</param>
    /// <param name="weights">Empty, or how much each output counts: the mean is then one over these weights.</param>
    /// <param name="lengths">Empty, or how many frames each sequence has, from 1 to <paramref name="frames"/>.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit together, a label is no class, or the sequences are so long that what is kept of them fits no array.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels.</exception>
    float ComputeGradients(
        ReadOnlySpan<int> tokens, ReadOnlySpan<int> labels, int frames, long step, ReadOnlySpan<float> weights = default, ReadOnlySpan<int> lengths = default);
}
