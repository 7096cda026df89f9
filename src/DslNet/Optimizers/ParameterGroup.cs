using System.IO.Enumeration;

namespace DslNet;

/// <summary>Some parameters of a network, which an optimiser moves with a learning rate or a weight decay of their own: PyTorch's parameter groups.</summary>
/// <example>
/// The layers that were trained before learn ten times as slowly:
/// <code>
/// new AdamW(1e-3f) { Groups = [new("conv*") { LearningRateFactor = 0.1f }] }
/// </code>
/// </example>
/// <param name="pattern">The names of the parameters, such as <c>conv1.weight</c>, with <c>*</c> for any characters and <c>?</c> for one.</param>
/// <exception cref="ArgumentNullException">There is no pattern.</exception>
public sealed class ParameterGroup(string pattern)
{
    /// <summary>The names of the parameters, with <c>*</c> for any characters and <c>?</c> for one.</summary>
    public string Pattern { get; } = pattern ?? throw new ArgumentNullException(nameof(pattern));

    /// <summary>What the optimiser's learning rate is multiplied by; 1 unless said otherwise. Schedules move them all.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float LearningRateFactor { get; init => field = OptimizerSetting.NonNegative(value); } = 1;

    /// <summary>Their weight decay, biases included; that of the optimiser if nothing is said.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative or not finite.</exception>
    public float? WeightDecay { get; init => field = value is { } decay ? OptimizerSetting.NonNegative(decay) : null; }

    /// <summary>Whether a parameter belongs to it.</summary>
    internal bool Has(string name) => FileSystemName.MatchesSimpleExpression(Pattern, name, ignoreCase: false);
}
