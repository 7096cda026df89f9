using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Identity, and Dropout of a model that predicts: what goes in comes out.</summary>
internal sealed class SameOperator : Operator
{
    public override Value Infer(NodeUse use) => use.Input(0);

    /// <summary>A Dropout that trains is not passed over (<see cref="Passes.NoOperations"/>).</summary>
    public override void Translate(NodeUse use, Writing.LayerList layers) => throw use.Refuse(
        "it drops values at random, as in training", "Export the model in its mode for prediction (PyTorch: model.eval())");
}
