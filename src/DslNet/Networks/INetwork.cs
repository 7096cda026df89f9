namespace DslNet;

/// <summary>
/// A network, whatever its class: what training, evaluation, files and user-written loops need.
/// The generator implements it on every class marked with <see cref="NetworkAttribute"/>.
/// </summary>
/// <remarks>
/// Samples are stored one after another; their number is the length of a span divided by the length of one sample
/// (<see cref="NetworkDescription.InputLength"/>, <see cref="NetworkDescription.OutputLength"/>).
/// <see cref="Predict"/> and <c>ComputeLoss</c> may be called by many threads at once, as long as none changes
/// <see cref="Parameters"/> or <see cref="States"/> meanwhile; <c>ComputeGradients</c> writes <see cref="Gradients"/>, and where there are any the states, so one at a time.
/// </remarks>
public interface INetwork
{
    /// <summary>The network's layers, shapes and parameters.</summary>
    NetworkDescription Description { get; }

    /// <summary>The seed the weights were drawn from, and from which dropout draws.</summary>
    int Seed { get; }

    /// <summary>
    /// All parameters as one span, aligned to 64 bytes, in the network's own order with zeros between (see
    /// <see cref="ParameterDescription.Layout"/>). An optimiser may treat it as one long vector: the zeros have zero gradient.
    /// </summary>
    Span<float> Parameters { get; }

    /// <summary>
    /// What layers keep beside their parameters from step to step, such as the running statistics of <see cref="BatchNormAttribute"/>; empty for most
    /// networks. It is saved with the parameters. <c>ComputeGradients</c> changes it, <see cref="Predict"/> and <c>ComputeLoss</c> read it; an optimiser
    /// knows nothing of it. To copy a network, copy <see cref="Parameters"/> and this.
    /// </summary>
    Span<float> States => default;

    /// <summary>The gradient of the loss by each of <see cref="Parameters"/>, in the same order, as the last <c>ComputeGradients</c> left it. Their rounding error does not grow with the batch.</summary>
    Span<float> Gradients { get; }

    /// <summary>Draws all parameters anew.</summary>
    /// <param name="seed">The same seed gives the same bits on every machine.</param>
    void Initialize(int seed);

    /// <summary>Computes the outputs of one sample or of many.</summary>
    /// <param name="inputs">samples × input length.</param>
    /// <param name="outputs">samples × output length; must not overlap the inputs.</param>
    /// <exception cref="ArgumentException">A length is not a whole number of samples, the two differ in samples, or they overlap.</exception>
    void Predict(ReadOnlySpan<float> inputs, Span<float> outputs);

    /// <summary>The mean loss over the samples, evaluated as in prediction (no dropout).</summary>
    /// <param name="inputs">samples × input length.</param>
    /// <param name="targets">samples × output length.</param>
    /// <param name="outputs">Empty, or samples × output length to receive the predictions too.</param>
    /// <param name="weights">Empty, or how much each sample counts, finite and at least 0: the mean is then one over these weights. Pass it by name.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> outputs = default, ReadOnlySpan<float> weights = default);

    /// <summary>The mean loss over the samples, for a classifier, evaluated as in prediction (no dropout).</summary>
    /// <param name="inputs">samples × input length.</param>
    /// <param name="labels">One class for each sample, counted from zero.</param>
    /// <param name="outputs">Empty, or samples × output length to receive the predictions too.</param>
    /// <param name="weights">Empty, or how much each sample counts, finite and at least 0: the mean is then one over these weights. Pass it by name.</param>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a label is no class.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels.</exception>
    float ComputeLoss(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, Span<float> outputs = default, ReadOnlySpan<float> weights = default);

    /// <summary>Computes the mean loss over the samples and overwrites <see cref="Gradients"/> with its gradient.</summary>
    /// <param name="inputs">samples × input length.</param>
    /// <param name="targets">samples × output length.</param>
    /// <param name="step">The number of the training step; dropout draws other zeros in each.</param>
    /// <param name="weights">Empty, or how much each sample counts, finite and at least 0: the mean is then one over these weights. Pass it by name.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit together.</exception>
    /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, long step = 0, ReadOnlySpan<float> weights = default);

    /// <summary>Computes the mean loss over the samples and overwrites <see cref="Gradients"/> with its gradient, for a classifier.</summary>
    /// <param name="inputs">samples × input length.</param>
    /// <param name="labels">One class for each sample, counted from zero.</param>
    /// <param name="step">The number of the training step; dropout draws other zeros in each.</param>
    /// <param name="weights">Empty, or how much each sample counts, finite and at least 0: the mean is then one over these weights. Pass it by name.</param>
    /// <returns>The mean loss.</returns>
    /// <exception cref="ArgumentException">The lengths do not fit together, or a label is no class.</exception>
    /// <exception cref="InvalidOperationException">The network's loss takes no labels.</exception>
    float ComputeGradients(ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, long step = 0, ReadOnlySpan<float> weights = default);
}
