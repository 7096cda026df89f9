namespace DslNet;

/// <summary>Reads what an epoch is judged by.</summary>
internal static class MonitoredValues
{
    /// <summary>The value of an epoch, lower is better. One that is NaN is worse than any other.</summary>
    /// <exception cref="InvalidOperationException">The epoch has none.</exception>
    public static double Of(this MonitoredValue monitor, EpochResult result)
    {
        double value = monitor == MonitoredValue.Loss
            ? result.ValidationLoss ?? result.Loss
            : -result.ValidationAccuracy ?? throw new InvalidOperationException(
                "Epochs are judged by MonitoredValue.Accuracy, but there is no accuracy. Set FitOptions.Validation, of a classifier, or judge by MonitoredValue.Loss.");
        return double.IsNaN(value) ? double.PositiveInfinity : value;
    }
}
