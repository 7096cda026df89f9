using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>Rows of a table, one for each token, which <see cref="Passes.TokenInputs"/> has found.</summary>
internal sealed class EmbeddingOperator : Operator
{
    public override Value Infer(NodeUse use) => use.Result;

    public override void Translate(NodeUse use, LayerList layers)
    {
        if (!use.IsOfTokens(0) || use.Weight(1, "its table") is not { Shape: [var vocabulary, var features] } table || use.Result.Sample is not { Count: > 0 } output)
            throw use.Refuse("it reads no tokens", "Export the model without it");
        layers.Add(new("Embedding", [Argument.Of(features)], use.Name(0), use.Output, output)
        {
            Parameters = [new("weight", [(int)vocabulary, (int)features], table.Values)],
            Origin = Names.Shown(use.Name(1)),
        });
    }
}
