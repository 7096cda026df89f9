namespace DslNet;

/// <summary>What normalizes each value over the samples of a training step needs two of them: the difference from the mean of one value is zero.</summary>
internal static class BatchRule
{
    /// <summary>The fewest samples of a step.</summary>
    public const int Least = 2;

    /// <summary>The first layer that has one value of each channel in a sample, and keeps their statistics; null if there is none.</summary>
    public static string? LayerThatNeedsTwo(NetworkDescription network) => network.States.IsEmpty ? null
        : network.Layers.FirstOrDefault(layer => !layer.States.IsEmpty && layer.Output.Length == layer.States[0].Shape.Length)?.Name;

    /// <summary>What is said of a step of one sample.</summary>
    public static string OfStep(string layer) => $"A training step has 1 sample, but {Reason(layer)} Pass {Least} samples or more.";

    /// <summary>What is said of batches of which one has one sample, before any step is done.</summary>
    public static string OfBatches(string layer, int samples, int batchSize)
    {
        if (samples == 1)
            return $"There is 1 sample, but {Reason(layer)} Give {Least} samples or more.";
        if (batchSize == 1)
            return $"FitOptions.BatchSize is 1, but {Reason(layer)} Set it to {Least} or more.";
        int better = batchSize + 1;
        while (samples % better == 1)
            better++;
        return $"The last batch of {samples} samples in batches of {batchSize} has 1, but {Reason(layer)} Set FitOptions.BatchSize to {better}, or leave one sample out.";
    }

    private static string Reason(string layer) => $"{layer} normalizes each value over the samples of a step, and one value is its own mean.";
}
