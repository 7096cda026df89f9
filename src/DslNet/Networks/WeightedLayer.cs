namespace DslNet;

/// <summary>The learned tensors of one layer of a network.</summary>
public sealed class WeightedLayer
{
    private readonly string _name;
    private readonly ParameterTensor? _bias;

    /// <summary>A layer with a weight and perhaps a bias.</summary>
    public WeightedLayer(string name, ParameterTensor weight, ParameterTensor? bias) => (_name, Weight, _bias) = (name, weight, bias);

    /// <summary>The weight: [outputs, inputs] of a dense layer, [filters, channels, height, width] of a convolution.</summary>
    public ParameterTensor Weight { get; }

    /// <summary>Whether the layer has a bias.</summary>
    public bool HasBias => _bias is not null;

    /// <summary>The bias: [outputs].</summary>
    /// <exception cref="InvalidOperationException">The layer was declared with <c>Bias = false</c>.</exception>
    public ParameterTensor Bias => _bias ?? throw new InvalidOperationException($"{_name} has no bias: it was declared with Bias = false.");
}
