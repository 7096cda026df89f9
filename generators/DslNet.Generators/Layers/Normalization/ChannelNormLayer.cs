using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>(x − mean) / √(variance + ε) over groups of channels at all positions, then a learned weight and bias for each channel.</summary>
/// <param name="Epsilon">What is added to the variance.</param>
/// <param name="Affine">Whether there are weights and biases.</param>
internal abstract partial record ChannelNormLayer(float Epsilon, bool Affine) : LayerSpec
{
    protected const float DefaultEpsilon = 1e-5f;

    public override string? View => Affine ? WeightOptions.View : null;

    /// <summary>Channels that are normalized together.</summary>
    protected abstract int ChannelsOfGroup(int channels);

    public override IReadOnlyList<ParameterSpec> Parameters(Shape input) => !Affine ? [] :
    [
        new("weight", new EquatableArray<int>([input.Channels]), 1, 1, Initializer.Constant, 1), ParameterSpec.Bias(input.Channels, 0),
    ];
}
