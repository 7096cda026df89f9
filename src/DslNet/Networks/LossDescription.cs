using System.Collections.Immutable;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>The loss that a network's training minimises.</summary>
/// <param name="Name">Its kind, such as <c>SoftmaxCrossEntropy</c>: the attribute's name, or of a method of one's own the method's.</param>
/// <param name="Output">The layer whose output it compares with the target.</param>
/// <param name="Target">What it takes as target.</param>
/// <param name="Link">The function that is part of it, which makes probabilities of the outputs.</param>
public sealed record LossDescription(string Name, string Output, LossTarget Target, Link Link)
{
    /// <summary>The attribute's arguments, with defaults, but for the names of layers.</summary>
    public ImmutableArray<LayerArgument> Arguments { get; init; } = [];

    /// <summary>The name of the output that it is of; null where outputs have no names.</summary>
    public string? Of { get; init; }

    /// <summary>What it is multiplied by in the sum that training minimises.</summary>
    public float Weight { get; init; } = 1;

    /// <summary>Whether it is one of classes, so that an output is a decision.</summary>
    internal bool IsOfClasses => Target != LossTarget.Values;

    /// <summary>Whether a sample is of one of several classes, one for each output; otherwise each output is a decision of its own, if any is.</summary>
    internal bool IsOfOneClass => Target is LossTarget.Labels or LossTarget.Distribution;

    /// <summary>Whether outputs are predictions of the targets, value by value: Poisson's are logarithms of them, and of directions lengths do not matter.</summary>
    internal bool IsRegression => Target == LossTarget.Values && Name is not ("Poisson" or "CosineEmbedding");

    /// <summary>The label of samples that are left out; null where every label must be a class.</summary>
    internal int? IgnoreLabel => Find(nameof(SoftmaxCrossEntropyAttribute.IgnoreLabel)) as int?;

    /// <summary>Over how many labels the mean of some is taken, each counted as its class is and, where samples have weights, as its sample.</summary>
    internal double Counted(ReadOnlySpan<int> labels, ReadOnlySpan<float> weights) => IgnoreLabel is not { } ignored ? LossMean.Counted(labels.Length, weights)
        : Find(nameof(SoftmaxCrossEntropyAttribute.ClassWeights)) is ImmutableArray<float> { Length: > 0 } classes ? LossMean.Counted(labels, weights, ignored, classes.AsSpan())
        : LossMean.Counted(labels, weights, ignored);

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private object? Find(string argument)
    {
        foreach (LayerArgument candidate in Arguments)
        {
            if (candidate.Name == argument)
                return candidate.Value;
        }

        return null;
    }
}
