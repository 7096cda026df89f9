namespace DslNet;

/// <summary>What an evaluation counts and sums beside the loss and the accuracy; null for what a network has not, or nobody wants.</summary>
internal sealed record EvaluationSums(ConfusionMatrix? Confusion, TopKCounts? TopK, RegressionSums? Regression)
{
    /// <summary>Classes beyond which a confusion matrix would be large, and read by nobody.</summary>
    private const int MostClasses = 1024;

    public static EvaluationSums For(NetworkDescription network, EvaluationOptions options)
    {
        LossDescription? loss = network.HasNamedPorts ? null : network.Loss;
        int classes = loss is { IsOfClasses: true, IsOfOneClass: false } ? 2 : network.OutputLength;
        return new(
            loss is { IsOfClasses: true } && classes <= MostClasses ? new(classes) : null,
            TopKOf(network, loss, options),
            loss is { IsRegression: true } ? new(network.OutputLength) : null);
    }

    private static TopKCounts? TopKOf(NetworkDescription network, LossDescription? loss, EvaluationOptions options)
    {
        if (options.TopK.IsDefaultOrEmpty)
            return null;
        if (options.TopK.FirstOrDefault(k => k <= 0, defaultValue: 1) is var wrong and <= 0)
            throw new ArgumentException($"EvaluationOptions.TopK has {wrong}. Let each be at least 1.", nameof(options));
        return loss is { IsOfOneClass: true } ? new(options.TopK.AsSpan()) : throw new ArgumentException(
            $"EvaluationOptions.TopK is set, but {network.Name} {(network.HasNamedPorts ? "has named inputs or outputs" : $"has the {network.LossText}, which does not tell several classes apart")}. Leave TopK out, or measure outputs by TopKAccuracy.Of.",
            nameof(options));
    }
}
