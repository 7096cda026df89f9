using System.Collections.Immutable;

namespace DslNet;

/// <summary>How well a network predicts the samples of a dataset.</summary>
/// <param name="Count">How many samples there are.</param>
/// <param name="Loss">The mean loss.</param>
/// <param name="Accuracy">
/// The fraction of samples predicted right, those with outputs that are NaN among the others; NaN if the network's loss is not a classifier's. Under
/// <see cref="BinaryCrossEntropyAttribute"/> every output of a sample is a decision of its own.
/// </param>
/// <param name="ConfusionMatrix">
/// How often each class was taken for which; null if the network is no classifier, or has more than 1,024 classes.
/// </param>
public sealed record Evaluation(int Count, double Loss, double Accuracy, ConfusionMatrix? ConfusionMatrix)
{
    /// <summary>Each loss without its weight, in the order of <see cref="NetworkDescription.Losses"/>; <see cref="Loss"/> is their sum, each times its weight.</summary>
    public ImmutableArray<double> Losses { get; init; } = [Loss];

    /// <summary>The accuracies that <see cref="EvaluationOptions.TopK"/> asked for, in its order.</summary>
    public ImmutableArray<TopKAccuracy> TopK { get; init; } = [];

    /// <summary>
    /// How far outputs are from their targets, where a loss compares them value by value; null of classifiers, of networks with named inputs or outputs, and under
    /// <see cref="PoissonAttribute"/>, whose outputs are logarithms, and <see cref="CosineEmbeddingAttribute"/>, which compares directions. Each sample counts once, whatever its weight.
    /// </summary>
    public RegressionMeasures? Regression { get; init; }

    /// <summary>One line: the number of samples, the loss and, of a classifier, the accuracy, or, of a regression, its errors.</summary>
    public override string ToString() =>
        Counted.Text(Count, "sample") + ": " + string.Join(", ", [ResultText.Measured(Loss, double.IsNaN(Accuracy) ? null : Accuracy), .. TopK.Select(one => one.ToString()), .. Regression is null ? [] : new[] { Regression.ToString() }]);
}
