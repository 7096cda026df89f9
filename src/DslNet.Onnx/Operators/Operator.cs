using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators;

/// <summary>What an operator of ONNX does: to shapes and constants, and which layers it is.</summary>
internal abstract class Operator
{
    /// <summary>What is known of the first output; of others nothing is asked.</summary>
    public virtual Value Infer(NodeUse use) => Value.Unknown;

    /// <summary>Whether a node is one function of single values that is a layer.</summary>
    public virtual bool IsLayer(NodeUse use) => false;

    /// <summary>Adds the layers that compute the first output.</summary>
    public virtual void Translate(NodeUse use, LayerList layers) => throw use.Refuse(
        "it is imported only where its result does not depend on the samples", "Export the model with fixed shapes, or without it");
}
