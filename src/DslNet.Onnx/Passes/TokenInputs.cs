using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;
using DslNet.Onnx.Operators;

namespace DslNet.Onnx.Passes;

/// <summary>Makes inputs of integers that only choose rows of a table tokens, and the choice an embedding. The rows of several tokens are channels last.</summary>
internal static class TokenInputs
{
    public static void Run(Graph graph)
    {
        ILookup<string, GraphNode> readers = graph.Readers();
        var added = new Dictionary<GraphNode, GraphNode[]>();
        foreach (OnnxPort input in graph.Inputs.Where(input => input.Type is OnnxType.Int32 or OnnxType.Int64))
        {
            GraphNode[] choices = [.. readers[input.Name]];
            if (graph[input.Name].Sample is not { Count: <= 1 } sample || choices.Length == 0 || !choices.All(node => Table(graph, node, input.Name) is not null)
                || choices.Select(node => Table(graph, node, input.Name)!.Shape[0]).Distinct().Count() > 1)
                continue;
            int tokens = sample.Count == 0 ? 1 : sample[0];
            graph.Vocabularies[input.Name] = (int)Table(graph, choices[0], input.Name)!.Shape[0];
            foreach (GraphNode node in choices)
            {
                int features = (int)Table(graph, node, input.Name)!.Shape[1];
                string rows = graph.NewName($"{node.Outputs[0]} with features first");
                graph[rows] = new(OnnxType.Float, tokens == 1 ? [Extent.Batch, features] : [Extent.Batch, features, tokens]);
                added[node] = [node.Before("Embedding", [input.Name, node.Inputs[0]], rows)];
                if (tokens > 1)
                    node.Become("Transpose", [rows], [new("perm") { Integers = [0, 2, 1] }]);
                else
                    node.Become("Reshape", [rows], [new("shape") { Integers = sample.Count == 0 ? [0, features] : [0, 1, features] }]);
            }
        }

        graph.Insert(added);
    }

    /// <summary>The table that a node chooses rows of by an input; null if it does something else.</summary>
    private static FloatConstant? Table(Graph graph, GraphNode node, string input) =>
        node is { Operator: "Gather", Domain: "", Inputs: [var data, var indices] } && indices == input && new NodeUse(graph, node).Integer("axis", 0) is 0 or -2
        && graph[data].Constant is FloatConstant { Shape: [> 0 and <= int.MaxValue, > 0 and <= int.MaxValue] } table ? table : null;
}
