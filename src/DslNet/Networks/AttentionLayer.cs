namespace DslNet;

/// <summary>The learned tensors of a layer of attention.</summary>
public sealed class AttentionLayer : LayerView
{
    private readonly ParameterTensor? _inBias, _outBias;

    /// <summary>A view of a layer of attention.</summary>
    /// <param name="network">The network.</param>
    /// <param name="description">One of its layers.</param>
    /// <exception cref="ArgumentException">The layer is of another kind.</exception>
    public AttentionLayer(INetwork network, LayerDescription description) : base(network, description) =>
        (InWeight, _inBias, OutWeight, _outBias) = (this["in_proj_weight"], Find("in_proj_bias"), this["out_proj.weight"], Find("out_proj.bias"));

    /// <summary>What frames are multiplied by, the rows of queries, keys and values one after the other, of each head after head: PyTorch's <c>in_proj_weight</c>, [3 × features, features].</summary>
    public ParameterTensor InWeight { get; }

    /// <summary>What all heads together are multiplied by, PyTorch's <c>out_proj.weight</c>: [features, features].</summary>
    public ParameterTensor OutWeight { get; }

    /// <summary>Whether the layer has biases.</summary>
    public bool HasBias => _inBias is not null;

    /// <summary>What is added to queries, keys and values, PyTorch's <c>in_proj_bias</c>: [3 × features].</summary>
    /// <exception cref="InvalidOperationException">The layer was declared with <c>Bias = false</c>.</exception>
    public ParameterTensor InBias => _inBias ?? throw WithoutBias();

    /// <summary>What is added to the output, PyTorch's <c>out_proj.bias</c>: [features].</summary>
    /// <exception cref="InvalidOperationException">The layer was declared with <c>Bias = false</c>.</exception>
    public ParameterTensor OutBias => _outBias ?? throw WithoutBias();

    private InvalidOperationException WithoutBias() => new($"{Description.Name} has no bias: it was declared as {Description.Declaration}.");
}
