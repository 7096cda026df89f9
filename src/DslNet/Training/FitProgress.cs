namespace DslNet;

/// <summary>How far a training has come.</summary>
/// <param name="Epoch">The epoch, counted from one.</param>
/// <param name="Epochs">How many epochs there will be.</param>
/// <param name="Batch">The batch of this epoch, counted from one.</param>
/// <param name="Batches">How many batches an epoch has.</param>
/// <param name="Step">How many steps the optimiser has done, over all epochs and calls.</param>
/// <param name="Samples">How many samples of this epoch were seen.</param>
/// <param name="Loss">The mean loss over the samples of this epoch, each as it was seen.</param>
/// <param name="Elapsed">The time since the training began.</param>
/// <param name="ValidationLoss">The mean loss over the validation samples, at the end of an epoch.</param>
/// <param name="ValidationAccuracy">The fraction of validation samples predicted right, at the end of an epoch of a classifier.</param>
public readonly record struct FitProgress(
    int Epoch,
    int Epochs,
    int Batch,
    int Batches,
    long Step,
    int Samples,
    double Loss,
    TimeSpan Elapsed,
    double? ValidationLoss = null,
    double? ValidationAccuracy = null)
{
    /// <summary>Whether an epoch is over.</summary>
    public bool IsEpochEnd => Batch == Batches;

    internal StopRequest? StopRequest { get; init; }

    /// <summary>
    /// Ends the training: no further step is done, and <see cref="NetworkTraining.Fit"/> returns with <see cref="FitResult.Stopped"/>.
    /// Called during <see cref="FitOptions.Callback"/>, it leaves the parameters as they are after this step.
    /// </summary>
    /// <exception cref="InvalidOperationException">This value was not given by a training.</exception>
    public void Stop()
    {
        if (StopRequest is null)
            throw new InvalidOperationException("This FitProgress was not given by a training, so there is nothing to stop. Call Stop on the value that FitOptions.Callback gets.");
        StopRequest.Make();
    }

    /// <summary>One line: the epoch and its batch, what was measured, and the time.</summary>
    public override readonly string ToString() => FormattableString.Invariant(
        $"epoch {Epoch} of {Epochs}, batch {Batch} of {Batches}: {ResultText.Measured(Loss, null)}{ResultText.Validated(ValidationLoss, ValidationAccuracy)}, {Elapsed.TotalSeconds:F1} s");
}
