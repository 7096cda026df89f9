namespace DslNet.Search;

/// <summary>
/// Stops trials that are not among the best at certain steps, without waiting for others: L. Li et al., "A System for Massively Parallel Hyperparameter Tuning" (2020), ASHA; as in Optuna's
/// <c>SuccessiveHalvingPruner</c>, a trial is compared with those that came to the step before it.
/// </summary>
/// <param name="FirstStep">The first step at which trials are compared.</param>
/// <param name="Factor">One of so many goes on, to a step that is so many times later.</param>
public sealed record SuccessiveHalving(int FirstStep = 1, int Factor = 4)
{
    /// <summary>The first step at which trials are compared.</summary>
    public int FirstStep { get; } = FirstStep > 0 ? FirstStep : throw new ArgumentOutOfRangeException(nameof(FirstStep), FirstStep, "Steps are counted from 1.");

    /// <summary>One of so many goes on, to a step that is so many times later.</summary>
    public int Factor { get; } = Factor > 1 ? Factor : throw new ArgumentOutOfRangeException(nameof(Factor), Factor, "One of at least two goes on. Pass 2 or more.");

    /// <summary>Whether trials are compared at a step.</summary>
    internal bool Compares(int step)
    {
        long rung = FirstStep;
        while (rung < step)
            rung *= Factor;
        return rung == step;
    }

    /// <summary>Whether a trial goes on.</summary>
    /// <param name="trials">All trials.</param>
    /// <param name="number">The trial, whose report of the step is among theirs.</param>
    /// <param name="step">The step.</param>
    internal bool GoesOn(IReadOnlyList<TrialRecord> trials, int number, int step)
    {
        double own = double.NaN;
        List<double> losses = [];
        foreach (TrialRecord trial in trials)
        {
            foreach ((int at, double loss) in trial.Reports)
            {
                if (at != step)
                    continue;
                if (trial.Number == number)
                    own = loss;
                if (!double.IsNaN(loss))
                    losses.Add(loss);
            }
        }

        if (double.IsNaN(own))
            return false;
        losses.Sort();
        return own <= losses[Math.Max(losses.Count / Factor, 1) - 1];
    }
}
