using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Passes;

/// <summary>Finds GroupNorm that was written as an InstanceNormalization of groups between two Reshapes, before it was an operator.</summary>
internal static class WrittenGroupNorm
{
    public static void Run(Graph graph)
    {
        Dictionary<string, GraphNode> producers = graph.Producers();
        ILookup<string, GraphNode> readers = graph.Readers();
        List<GraphNode> found = [];
        foreach (GraphNode node in graph.Nodes.Where(node => node is { Operator: "InstanceNormalization", Domain: "", Inputs.Count: 3 }).ToArray())
        {
            if (!producers.TryGetValue(node.Inputs[0], out GraphNode? before) || before is not { Operator: "Reshape", Domain: "" } || readers[node.Outputs[0]].ToArray() is not [{ Operator: "Reshape", Domain: "" } behind]
                || graph[before.Inputs[0]] is not { Sample: [var channels, ..], Shape: var shape } || graph[node.Inputs[0]].Sample is not [var groups, ..] || channels % groups != 0
                || graph[behind.Outputs[0]].Shape is not { } result || !result.SequenceEqual(shape!) || graph.Outputs.Any(output => output.Value == node.Outputs[0])
                || !IsAll(graph, node.Inputs[1], 1) || !IsAll(graph, node.Inputs[2], 0))
                continue;
            OnnxAttribute[] epsilon = node.Attributes.TryGetValue("epsilon", out OnnxAttribute? own) ? [own] : [];
            behind.Become("GroupNormalization", [before.Inputs[0]], [.. epsilon, new("num_groups") { Integer = groups }, new("axes") { Integers = [1] }]);
            found.Add(behind);
        }

        if (found.Count == 0)
            return;
        DeadNodes.Sweep(graph);
        graph.Remarks.Add($"Recognised, though written as several nodes: {Remark.Counted(found)}.");
        NormalizationTerms.Run(graph, found);
    }

    private static bool IsAll(Graph graph, string name, float value) => graph[name].Constant is FloatConstant constant && constant.Values.All(each => each.Equals(value));
}
