using System.Collections.Immutable;
using System.Globalization;

namespace DslNet;

/// <summary>How far predicted values are from their targets.</summary>
/// <remarks>
/// Of several outputs each figure is the mean over them, as scikit-learn's <c>multioutput="uniform_average"</c>; <see cref="Outputs"/> has those of each. Each sample counts as its
/// weight, if there are weights.
/// </remarks>
/// <param name="Count">How many samples there are; of sequences, how many frames.</param>
/// <param name="MeanAbsoluteError">MAE: the mean of |y − t| of a prediction y and its target t.</param>
/// <param name="MeanSquaredError">MSE: the mean of (y − t)².</param>
/// <param name="RootMeanSquaredError">RMSE: its root, in the unit of the targets; of several outputs the mean of their roots.</param>
/// <param name="R2">
/// R², the coefficient of determination: 1 − Σ (y − t)² / Σ (t − t̄)², where t̄ is the mean target. 1 is perfect, and 0 as good as to predict t̄ always; it may be negative. Where all targets
/// of an output are equal it is 1 if they are predicted exactly, and 0 otherwise, as scikit-learn's <c>r2_score</c>. NaN of fewer than two samples.
/// </param>
public sealed record RegressionMeasures(long Count, double MeanAbsoluteError, double MeanSquaredError, double RootMeanSquaredError, double R2)
{
    /// <summary>The measures of each output, if there are several; empty if there is one.</summary>
    public ImmutableArray<RegressionMeasures> Outputs { get; init; } = [];

    /// <summary>Measures predictions.</summary>
    /// <param name="predictions">samples × outputs.</param>
    /// <param name="targets">samples × outputs.</param>
    /// <param name="outputs">How many values a prediction has.</param>
    /// <param name="weights">How much each sample counts; all alike if there are none.</param>
    /// <exception cref="ArgumentException">There are no samples, the lengths do not fit together, or a weight is negative or not finite, or all are 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no output.</exception>
    /// <example><code>double r2 = RegressionMeasures.Of(predictions, targets).R2;</code></example>
    public static RegressionMeasures Of(ReadOnlySpan<float> predictions, ReadOnlySpan<float> targets, int outputs = 1, ReadOnlySpan<float> weights = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        if (predictions.Length != targets.Length)
            throw new ArgumentException($"There {Counted.Are(predictions.Length)} {Counted.Text(predictions.Length, "prediction")} but {Counted.Text(targets.Length, "target")}. Give a target for each prediction.", nameof(targets));
        if (predictions.Length % outputs != 0)
            throw new ArgumentException($"There {Counted.Are(predictions.Length)} {Counted.Text(predictions.Length, "prediction")}, not a multiple of the {outputs} per sample. Give {Counted.Text(outputs, "prediction")} for each sample.", nameof(predictions));
        if (predictions.IsEmpty)
            throw new ArgumentException("There are 0 samples. Give at least 1.", nameof(predictions));
        ClassSamples.CheckWeights(predictions.Length / outputs, weights);
        if (!weights.IsEmpty && !weights.ContainsAnyExcept(0))
            throw new ArgumentException("All weights are 0. Give at least one sample a weight above it.", nameof(weights));

        var sums = new RegressionSums(outputs);
        sums.Add(predictions, targets, weights);
        return sums.Measures();
    }

    /// <summary>One line.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"MAE {MeanAbsoluteError:G4}, RMSE {RootMeanSquaredError:G4}, R² {(double.IsNaN(R2) ? "-" : R2.ToString("F4", CultureInfo.InvariantCulture))}");
}
