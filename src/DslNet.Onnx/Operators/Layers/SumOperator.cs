using DslNet.Onnx.Graphs;
using DslNet.Onnx.Operators.Shapes;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>Sum of several values.</summary>
internal sealed class SumOperator : Operator
{
    public override Value Infer(NodeUse use) => new(
        use.Input(0).Type, Enumerable.Range(0, use.InputCount).Select(i => use.Input(i).Shape).Aggregate((left, right) => Broadcasting.Of(left, right)));

    public override void Translate(NodeUse use, LayerList layers) => JoinOperator.Join("Add", use, layers, use.Output);
}
