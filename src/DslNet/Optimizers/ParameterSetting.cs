namespace DslNet;

/// <summary>How some parameters are updated.</summary>
/// <param name="LearningRateFactor">What the learning rate is multiplied by.</param>
/// <param name="WeightDecay">Their weight decay; the optimiser's if null.</param>
internal readonly record struct ParameterSetting(float LearningRateFactor, float? WeightDecay)
{
    /// <summary>As the optimiser says.</summary>
    public static ParameterSetting Usual { get; } = new(1, null);

    /// <summary>The setting of a tensor.</summary>
    public static ParameterSetting Of(ParameterDescription parameter, IEnumerable<ParameterGroup> groups, Decays decays)
    {
        float? usual = decays == Decays.Weights && parameter.Shape.Rank < 2 ? 0 : null;
        return groups.FirstOrDefault(group => group.Has(parameter.Name)) is { } group
            ? new(group.LearningRateFactor, group.WeightDecay ?? usual)
            : new(1, usual);
    }
}
