namespace DslNet;

/// <summary>
/// A network whose samples are sequences of frames (<see cref="SequenceAttribute"/>). The methods of <see cref="INetwork"/> take one sequence, of as many frames
/// as there are; those here take many sequences of equal length, one after the other.
/// </summary>
public interface ISequenceNetwork : INetwork
{
    /// <summary>Computes the outputs of all frames of some sequences.</summary>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="outputs">sequences × frames × output length; must not overlap the inputs.</param>
    /// <param name="frames">The frames of each sequence.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the memory overlaps.</exception>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs, int frames);

    /// <summary>The mean loss over all frames, evaluated as in prediction (no dropout).</summary>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="targets">sequences × frames × output length.</param>
    /// <param name="frames">The frames of each sequence.</param>
    /// <param name="outputs">Empty, or sequences × frames × output length to receive the predictions too.</param>
    /// <param name="weights">Empty, or how much each frame counts: the mean is then one over these weights. Frames of weight 0 behind the end of shorter sequences leave these the lengths that they have.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int frames, Span<float> outputs = default, ReadOnlySpan<float> weights = default);

    /// <summary>The mean loss over all frames, evaluated as in prediction (no dropout), for a classifier of frames.</summary>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="labels">One class for each frame, counted from zero.</param>
    /// <param name="frames">The frames of each sequence.</param>
    /// <param name="outputs">Empty, or sequences × frames × output length to receive the predictions too.</param>
    /// <param name="weights">Empty, or how much each frame counts: the mean is then one over these weights. Frames of weight 0 behind the end of shorter sequences leave these the lengths that they have.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels.</exception>
    float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, int frames, Span<float> outputs = default, ReadOnlySpan<float> weights = default);

    /// <summary>
    /// Computes the mean loss over all frames and overwrites <see cref="INetwork.Gradients"/> with its gradient, through time: each sequence begins with frames of
    /// zeros before it.
    /// </summary>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="targets">sequences × frames × output length.</param>
    /// <param name="frames">The frames of each sequence.</param>
    /// <param name="step">The number of the training step; dropout draws other zeros in each.</param>
    /// <param name="weights">Empty, or how much each frame counts: the mean is then one over these weights. Frames of weight 0 behind the end of shorter sequences leave these the lengths that they have.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the sequences are so long that what is kept of them fits no array.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int frames, long step, ReadOnlySpan<float> weights = default);

    /// <summary>The same for a classifier of frames.</summary>
    /// <param name="inputs">sequences × frames × input length.</param>
    /// <param name="labels">One class for each frame, counted from zero.</param>
    /// <param name="frames">The frames of each sequence.</param>
    /// <param name="step">The number of the training step; dropout draws other zeros in each.</param>
    /// <param name="weights">Empty, or how much each frame counts: the mean is then one over these weights. Frames of weight 0 behind the end of shorter sequences leave these the lengths that they have.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit together, or the sequences are so long that what is kept of them fits no array.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels.</exception>
    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, int frames, long step, ReadOnlySpan<float> weights = default);
}
