namespace DslNet;

/// <summary>The learned tensors of a recurrent layer. Rows are those of its gates, one after the other: i, f, g, o of an LSTM, r, z, n of a GRU.</summary>
/// <param name="network">The network.</param>
/// <param name="description">One of its layers.</param>
/// <exception cref="ArgumentException">The layer is of another kind.</exception>
public sealed class RecurrentLayer(INetwork network, LayerDescription description) : LayerView(network, description)
{
    /// <summary>What the input is multiplied by, PyTorch's <c>weight_ih_l0</c>: [gates × hidden, inputs].</summary>
    public ParameterTensor InputWeight => this["weight_ih_l0"];

    /// <summary>What the output of the frame before is multiplied by, PyTorch's <c>weight_hh_l0</c>: [gates × hidden, hidden].</summary>
    public ParameterTensor HiddenWeight => this["weight_hh_l0"];

    /// <summary>What is added to the product of the input, PyTorch's <c>bias_ih_l0</c>: [gates × hidden].</summary>
    public ParameterTensor InputBias => this["bias_ih_l0"];

    /// <summary>What is added to the product of the output before, PyTorch's <c>bias_hh_l0</c>: [gates × hidden].</summary>
    public ParameterTensor HiddenBias => this["bias_hh_l0"];

    /// <summary>The same as <see cref="InputWeight"/> of the direction that begins with the last frame, PyTorch's <c>weight_ih_l0_reverse</c>.</summary>
    /// <exception cref="ArgumentException">The layer is not bidirectional.</exception>
    public ParameterTensor ReverseInputWeight => this["weight_ih_l0_reverse"];

    /// <summary>The same as <see cref="HiddenWeight"/> of the direction that begins with the last frame, PyTorch's <c>weight_hh_l0_reverse</c>.</summary>
    /// <exception cref="ArgumentException">The layer is not bidirectional.</exception>
    public ParameterTensor ReverseHiddenWeight => this["weight_hh_l0_reverse"];

    /// <summary>The same as <see cref="InputBias"/> of the direction that begins with the last frame, PyTorch's <c>bias_ih_l0_reverse</c>.</summary>
    /// <exception cref="ArgumentException">The layer is not bidirectional.</exception>
    public ParameterTensor ReverseInputBias => this["bias_ih_l0_reverse"];

    /// <summary>The same as <see cref="HiddenBias"/> of the direction that begins with the last frame, PyTorch's <c>bias_hh_l0_reverse</c>.</summary>
    /// <exception cref="ArgumentException">The layer is not bidirectional.</exception>
    public ParameterTensor ReverseHiddenBias => this["bias_hh_l0_reverse"];
}
