using System.Collections.Immutable;

namespace DslNet;

/// <summary>What <see cref="NetworkTraining.Evaluate(INetwork, Dataset, EvaluationOptions)"/> measures beside what it always does.</summary>
/// <example><code>Evaluation evaluation = net.Evaluate(test, new EvaluationOptions { TopK = [3, 5] });</code></example>
public sealed record EvaluationOptions
{
    /// <summary>
    /// For which k the accuracy is measured that looks at the k classes with the largest outputs, each at least 1: of networks that tell several classes apart, under <see cref="SoftmaxCrossEntropyAttribute"/>
    /// or <see cref="KLDivergenceAttribute"/>.
    /// </summary>
    public ImmutableArray<int> TopK { get; init; } = [];

    /// <summary>A few words: what is measured beside what always is.</summary>
    public override string ToString() => TopK.IsDefaultOrEmpty ? "nothing else" : string.Join(", ", TopK.Select(k => FormattableString.Invariant($"top-{k} accuracy")));
}
