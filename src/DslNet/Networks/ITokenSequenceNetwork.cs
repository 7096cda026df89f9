namespace DslNet;

/// <summary>
/// A network whose samples are sequences of tokens (<see cref="TokenSequenceAttribute"/>). The methods of <see cref="INetwork"/>, which take values, refuse; those
/// here take many sequences of equal length, one after the other.
/// </summary>
public interface ITokenSequenceNetwork : INetwork
{
    /// <summary>Computes the outputs of all frames of some sequences.</summary>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="outputs">sequences × frames × output length; must not overlap the tokens.</param>
    /// <param name="frames">The frames of each sequence.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the memory overlaps.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary.</exception>
    void Predict(ReadOnlySpan<int> tokens, Span<float> outputs, int frames);

    /// <summary>The mean loss over all frames, evaluated as in prediction (no dropout).</summary>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="targets">sequences × frames × output length.</param>
    /// <param name="frames">The frames of each sequence.</param>
    /// <param name="outputs">Empty, or sequences × frames × output length to receive the predictions too.</param>
    /// <param name="weights">Empty, or how much each frame counts: the mean is then one over these weights.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    float ComputeLoss(ReadOnlySpan<int> tokens, ReadOnlySpan<float> targets, int frames, Span<float> outputs = default, ReadOnlySpan<float> weights = default);

    /// <summary>The mean loss over all frames, evaluated as in prediction (no dropout), for a classifier of frames: of a text, labels are the tokens that follow.</summary>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="labels">One class for each frame, counted from zero.</param>
    /// <param name="frames">The frames of each sequence.</param>
    /// <param name="outputs">Empty, or sequences × frames × output length to receive the predictions too.</param>
    /// <param name="weights">Empty, or how much each frame counts: the mean is then one over these weights.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a label is no class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels.</exception>
    float ComputeLoss(ReadOnlySpan<int> tokens, ReadOnlySpan<int> labels, int frames, Span<float> outputs = default, ReadOnlySpan<float> weights = default);

    /// <summary>Computes the mean loss over all frames and overwrites <see cref="INetwork.Gradients"/> with its gradient, through time.</summary>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="targets">sequences × frames × output length.</param>
    /// <param name="frames">The frames of each sequence.</param>
    /// <param name="step">The number of the training step; dropout draws other zeros in each.</param>
    /// <param name="weights">Empty, or how much each frame counts: the mean is then one over these weights.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the sequences are so long that what is kept of them fits no array.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    float ComputeGradients(ReadOnlySpan<int> tokens, ReadOnlySpan<float> targets, int frames, long step, ReadOnlySpan<float> weights = default);

    /// <summary>The same for a classifier of frames.</summary>
    /// <param name="tokens">sequences × frames.</param>
    /// <param name="labels">One class for each frame, counted from zero.</param>
    /// <param name="frames">The frames of each sequence.</param>
    /// <param name="step">The number of the training step; dropout draws other zeros in each.</param>
    /// <param name="weights">Empty, or how much each frame counts: the mean is then one over these weights.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit together, a label is no class, or the sequences are so long that what is kept of them fits no array.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels.</exception>
    float ComputeGradients(ReadOnlySpan<int> tokens, ReadOnlySpan<int> labels, int frames, long step, ReadOnlySpan<float> weights = default);
}
