using DslNet.Onnx.Graphs;
using DslNet.Onnx.Operators;

namespace DslNet.Onnx.Passes;

/// <summary>A Split as a Slice for each of its parts.</summary>
internal static class SplitSlices
{
    private const long AllAxes = 0;

    /// <summary>The slices; null if the node is no Split, or its parts are not known.</summary>
    public static IReadOnlyList<GraphNode>? Of(Graph graph, GraphNode node)
    {
        NodeUse use = new(graph, node);
        if (node.Operator != "Split" || use.Input(0).Shape is not { } shape || NodeUse.Axis(use.Integer("axis", AllAxes), shape.Count) is not { } axis || shape[axis].PerSample)
            return null;
        long[]? lengths = use.Integers("split", 1) ?? (use.Has(1) ? null : Equal(shape[axis].Factor, node.Outputs.Count));
        if (lengths is null || lengths.Length != node.Outputs.Count || lengths.Any(length => length < 0 || length > shape[axis].Factor) || lengths.Sum() != shape[axis].Factor)
            return null;
        List<GraphNode> slices = [];
        long start = 0;
        for (int i = 0; i < lengths.Length; i++)
        {
            if (node.Outputs[i].Length > 0)
                slices.Add(node.Before("Slice", [node.Inputs[0]], node.Outputs[i], new("starts") { Integers = [start] }, new("ends") { Integers = [start + lengths[i]] }, new("axes") { Integers = [axis] }));
            start += lengths[i];
        }

        return slices;
    }

    /// <summary>Equal parts, of which the last may be shorter.</summary>
    private static long[] Equal(long length, int parts)
    {
        long each = (length + parts - 1) / parts;
        return [.. Enumerable.Range(0, parts).Select(i => Math.Clamp(length - i * each, 0, each))];
    }
}
