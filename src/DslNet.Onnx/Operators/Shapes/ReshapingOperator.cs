using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>An operator that leaves elements where they are and gives them other axes: Reshape, Flatten, Squeeze, Unsqueeze.</summary>
internal abstract class ReshapingOperator : Operator
{
    public sealed override Value Infer(NodeUse use)
    {
        Value input = use.Input(0);
        IReadOnlyList<Extent>? shape = input.Shape is null ? null : Shape(use, input.Shape);
        return input.Constant is { } constant && shape is not null && shape.All(axis => !axis.PerSample)
            ? Value.Of(input.Type, constant.Reshaped([.. shape.Select(axis => axis.Factor)]))
            : new(input.Type, shape);
    }

    /// <summary>The axes of the output; null if they are not known.</summary>
    protected abstract IReadOnlyList<Extent>? Shape(NodeUse use, IReadOnlyList<Extent> input);

    public sealed override void Translate(NodeUse use, LayerList layers)
    {
        IReadOnlyList<int> from = use.Elements(0);
        IReadOnlyList<int> to = use.Result.Sample ?? throw use.Refuse(
            $"it makes {use.Result.ShownShape} of {use.Input(0).ShownShape}, and so mixes samples or axes of unknown length", "Export the model with the batch first and all other axes fixed");
        layers.Add(to switch
        {
            [] => new("Flatten", [], use.Name(0), use.Output, Value.Features(to)),
            [var features] => new("Flatten", [], use.Name(0), use.Output, [features]),
            [_, _] or [_, _, _] => new("Reshape", [.. to.Select(axis => Argument.Of(axis))], use.Name(0), use.Output, to),
            _ => throw use.Refuse($"it gives a sample {to.Count} axes, from [{string.Join(", ", from)}]", "Samples of DslNet are vectors, signals [channels, length] or images [channels, height, width]"),
        });
    }
}
