using System.Collections.Immutable;

namespace DslNet;

/// <summary>What a training came to.</summary>
/// <param name="Epochs">The history: the epochs that ended, one by one.</param>
/// <param name="Unfinished">The epoch in which the training was stopped, as far as it came; null if the last step ended an epoch.</param>
/// <param name="Stopped">
/// Whether the training was stopped before all its epochs had ended, by <see cref="FitOptions.CancellationToken"/>,
/// <see cref="FitProgress.Stop"/> or <see cref="FitOptions.EarlyStopping"/>. Another call with the same optimiser goes on where it stopped.
/// </param>
/// <param name="Steps">How many steps were done.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record FitResult(ImmutableArray<EpochResult> Epochs, EpochResult? Unfinished, bool Stopped, long Steps, TimeSpan Elapsed)
{
    /// <summary>The best epoch by <see cref="FitOptions.EarlyStopping"/>, counted from one over all its calls; null if there is none.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>The last epoch; the unfinished one if there is one.</summary>
    /// <exception cref="InvalidOperationException">The training was stopped before its first step.</exception>
    public EpochResult Last => Unfinished ?? (Epochs.IsEmpty
        ? throw new InvalidOperationException("The training was stopped before its first step, so there is no epoch. Look at FitResult.Stopped and Steps first.")
        : Epochs[^1]);

    /// <summary>One line: how much was done, in which time, and the last epoch.</summary>
    public override string ToString()
    {
        string done = FormattableString.Invariant(
            $"{Counted.Text(Epochs.Length, "epoch")}, {Counted.Text(Steps, "step")} in {Elapsed.TotalSeconds:F1} s{(Stopped ? ", stopped" : "")}");
        return Epochs.IsEmpty && Unfinished is null ? done : $"{done}; {(Unfinished is null ? "last" : "unfinished")} {Last}";
    }
}
