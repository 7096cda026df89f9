namespace DslNet;

/// <summary>What one epoch came to.</summary>
/// <param name="Epoch">The epoch, counted from one.</param>
/// <param name="Loss">The mean loss over the training samples, each as it was seen.</param>
/// <param name="ValidationLoss">The mean loss over the validation samples, if there are any.</param>
/// <param name="ValidationAccuracy">The fraction of validation samples predicted right, if there are any and the network is a classifier.</param>
/// <param name="Elapsed">The time from the beginning of the training to the end of this epoch.</param>
public sealed record EpochResult(int Epoch, double Loss, double? ValidationLoss, double? ValidationAccuracy, TimeSpan Elapsed)
{
    /// <summary>The learning rate of its last step.</summary>
    public float LearningRate { get; init; }

    /// <summary>One line: the epoch, what was measured, and the time.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"epoch {Epoch}: {ResultText.Measured(Loss, null)}{ResultText.Validated(ValidationLoss, ValidationAccuracy)}, {Elapsed.TotalSeconds:F1} s");

    /// <summary>An epoch of which nothing is known yet.</summary>
    internal static EpochResult None { get; } = new(0, 0, null, null, default);

    /// <summary>As a checkpoint has it.</summary>
    internal EpochResult Visited(IStateVisitor visitor, int epoch)
    {
        string name = FormattableString.Invariant($"epoch{epoch}");
        return new EpochResult(
            epoch, visitor.Real($"{name}.loss", Loss), Known(visitor.Real($"{name}.validation_loss", ValidationLoss ?? double.NaN)),
            Known(visitor.Real($"{name}.validation_accuracy", ValidationAccuracy ?? double.NaN)), new TimeSpan(visitor.Whole($"{name}.elapsed", Elapsed.Ticks)))
        {
            LearningRate = visitor.Single($"{name}.learning_rate", LearningRate),
        };
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;
}
