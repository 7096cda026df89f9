using DslNet.Onnx.Functions;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Operators.Shapes;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>Mean of several values: their sum, divided.</summary>
internal sealed class MeanOperator : Operator
{
    public override Value Infer(NodeUse use) => new(
        use.Input(0).Type, Enumerable.Range(0, use.InputCount).Select(i => use.Input(i).Shape).Aggregate((left, right) => Broadcasting.Of(left, right)));

    public override void Translate(NodeUse use, LayerList layers)
    {
        string sum = layers.Between();
        JoinOperator.Join("Add", use, layers, sum);
        layers.AddFunction("Over", Formula.X / use.InputCount, sum, use.Output, Value.Features(use.Result.Sample!));
    }
}
