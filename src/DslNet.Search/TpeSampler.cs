namespace DslNet.Search;

/// <summary>
/// The tree-structured Parzen estimator: the best trials and the others are each described by a density, and what is tried next is, among some draws from the density of the best, the one that is
/// most probable there in relation to the others.
/// </summary>
/// <remarks>
/// J. Bergstra, R. Bardenet, Y. Bengio and B. Kégl, "Algorithms for Hyper-Parameter Optimization" (NIPS 2011). Settings are independent of each other. The defaults are those of Optuna 4's
/// <c>TPESampler</c>: 10 random trials first, 24 draws, the best tenth but at most 25, weights that fall for trials older than the last 25, a prior that is as heavy as one trial. Trials that failed
/// or whose loss is NaN are left out; trials that were stopped count with the loss they had.
/// </remarks>
/// <param name="seed">The seed.</param>
public sealed class TpeSampler(int seed = 0) : ISampler
{
    private const double BestShare = 0.1;

    private const int MostBest = 25;

    private readonly RandomSampler _random = new(seed);

    /// <summary>How many trials are drawn at random first.</summary>
    public int StartupTrials { get; init; } = 10;

    /// <summary>How many draws are compared.</summary>
    public int Candidates { get; init; } = 24;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, string> Sample(SearchSpace space, IReadOnlyList<TrialRecord> trials, int number)
    {
        ArgumentNullException.ThrowIfNull(space);
        ArgumentNullException.ThrowIfNull(trials);
        TrialRecord[] known = [.. trials.Where(trial => trial.IsInformative).OrderBy(trial => trial.Number)];
        if (known.Length < StartupTrials)
            return _random.Sample(space, trials, number);

        // In the order of their numbers again, since older ones count less.
        int best = Math.Min((int)Math.Ceiling(BestShare * known.Length), MostBest);
        HashSet<int> good = [.. known.OrderBy(trial => trial.Loss).ThenBy(trial => trial.Number).Take(best).Select(trial => trial.Number)];
        TrialRecord[] below = [.. known.Where(trial => good.Contains(trial.Number))], above = [.. known.Where(trial => !good.Contains(trial.Number))];
        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (int i = 0; i < space.Settings.Count; i++)
            values.Add(space.Settings[i].Name, Choose(space.Settings[i], below, above, new SampleStream(seed, number, i)));
        return values;
    }

    private string Choose(Setting setting, TrialRecord[] below, TrialRecord[] above, SampleStream random)
    {
        IDensity good = DensityOf(setting, below), other = DensityOf(setting, above);
        double chosen = double.NaN, greatest = double.NegativeInfinity;
        for (int i = 0; i < Candidates; i++)
        {
            double point = good.Draw(random), gain = good.Log(point) - other.Log(point);
            if (gain > greatest)
                (chosen, greatest) = (point, gain);
        }

        return setting.ValueOf(chosen);
    }

    private static IDensity DensityOf(Setting setting, TrialRecord[] trials)
    {
        double[] points = [.. trials.Select(trial => setting.PointOf(trial.Values[setting.Name]))];
        return setting.Choices is { } choices ? new ChoiceDensity(points, choices) : new ParzenDensity(points, setting.Low, setting.High);
    }
}
