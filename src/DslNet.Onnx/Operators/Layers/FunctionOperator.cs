using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>A function of single values that is a layer of its own.</summary>
/// <param name="attribute">The layer.</param>
/// <param name="arguments">Its arguments, of the node's attributes.</param>
internal sealed class FunctionOperator(string attribute, Func<NodeUse, IEnumerable<string>> arguments) : Operator
{
    public FunctionOperator(string attribute) : this(attribute, _ => []) { }

    public override Value Infer(NodeUse use) => use.Input(0) with { Constant = null };

    public override bool IsLayer(NodeUse use) => true;

    public override void Translate(NodeUse use, LayerList layers) => layers.Add(new(attribute, [.. arguments(use)], use.Name(0), use.Output, use.Elements(0)));
}
