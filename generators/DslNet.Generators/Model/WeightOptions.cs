namespace DslNet.Generators.Model;

/// <summary>What the layers with weights have in common.</summary>
internal sealed record WeightOptions(bool Bias, Initializer Initializer, float InitialValue, float InitialBias)
{
    /// <summary>The library's class that shows a weight and a bias.</summary>
    public const string View = "WeightedLayer";
}
