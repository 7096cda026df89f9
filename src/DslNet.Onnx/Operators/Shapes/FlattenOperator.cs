using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Flatten: the axes before one become one, and those from it on.</summary>
internal sealed class FlattenOperator : ReshapingOperator
{
    protected override IReadOnlyList<Extent>? Shape(NodeUse use, IReadOnlyList<Extent> input)
    {
        long axis = use.Integer("axis", 1);
        if (axis < 0)
            axis += input.Count;
        return axis >= 0 && axis <= input.Count && Extent.Product(input.Take((int)axis)) is { } outer && Extent.Product(input.Skip((int)axis)) is { } inner ? [outer, inner] : null;
    }
}
