using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Layers;

/// <summary>GlobalAveragePool and GlobalMaxPool. ONNX keeps axes of length 1, which a layer behind it gives back; who flattens them does not see it.</summary>
/// <param name="attribute">The layer.</param>
internal sealed class GlobalPoolOperator(string attribute) : Operator
{
    public override Value Infer(NodeUse use) => use.Input(0) is { Sample: { Count: 2 or 3 } sample } input
        ? new(input.Type, [Extent.Batch, sample[0], .. sample.Skip(1).Select(_ => (Extent)1)])
        : new(use.Input(0).Type, null);

    public override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> sample = use.Sample(0);
        if (use.Result.Sample is not { } output)
            throw use.Refuse($"it pools samples of [{string.Join(", ", sample)}]", "Signals [channels, length] and images [channels, height, width] are pooled");
        string pooled = layers.Between();
        layers.Add(new(attribute, [], use.Name(0), pooled, [sample[0]]));
        layers.Add(new("Reshape", [.. output.Select(axis => Argument.Of(axis))], pooled, use.Output, output));
    }
}
