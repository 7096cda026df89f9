namespace DslNet;

/// <summary>The learned tensors of a layer with a weight and perhaps a bias.</summary>
public sealed class WeightedLayer : LayerView
{
    private readonly ParameterTensor? _bias;

    /// <summary>A view of a layer with a weight and perhaps a bias.</summary>
    /// <param name="network">The network.</param>
    /// <param name="description">One of its layers.</param>
    /// <exception cref="ArgumentException">The layer has no weight.</exception>
    public WeightedLayer(INetwork network, LayerDescription description) : base(network, description) => (Weight, _bias) = (this["weight"], Find("bias"));

    /// <summary>The weight: [outputs, inputs] of a dense layer, [filters, channels, kernel] or [filters, channels, height, width] of a convolution; of others, as their pages say.</summary>
    public ParameterTensor Weight { get; }

    /// <summary>Whether the layer has a bias.</summary>
    public bool HasBias => _bias is not null;

    /// <summary>The bias: [outputs].</summary>
    /// <exception cref="InvalidOperationException">The layer was declared with <c>Bias = false</c>, or is of a kind without bias.</exception>
    public ParameterTensor Bias => _bias ?? throw new InvalidOperationException($"{Description.Name} has no bias: it was declared as {Description.Declaration}.");
}
