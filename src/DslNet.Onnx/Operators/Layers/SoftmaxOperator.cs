using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>
/// Softmax and LogSoftmax. Before operator set 13 the axis is 1 by default and all from it on are normalised together; since, it is the last by
/// default, and normalised alone.
/// </summary>
/// <param name="attribute">The layer.</param>
internal sealed class SoftmaxOperator(string attribute) : Operator
{
    private const long SingleAxis = 13;

    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        long axis = use.Integer("axis", use.Opset < SingleAxis ? 1 : -1);
        if (NodeUse.Axis(axis, sample.Count + 1) != 1)
            throw use.Refuse($"it runs over axis {axis} of {use.Input(0).ShownShape}", $"{attribute} runs over the features of a vector or the channels of an image, which is axis 1");
        if (use.Opset < SingleAxis && sample.Count > 1)
            throw use.Refuse($"before operator set {SingleAxis} it runs over all values of {use.Input(0).ShownShape} together", $"Flatten before, or export the model with operator set {SingleAxis} or later");
        layers.Add(new(attribute, [], use.Name(0), use.Output, sample));
    }
}
