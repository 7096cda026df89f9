using System.Collections.Immutable;

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

    /// <summary>Whether it is one of classes, so that an output is a decision.</summary>
    internal bool IsOfClasses => Target != LossTarget.Values;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
