using DslNet.Onnx.Graphs;
using DslNet.Onnx.Operators;

namespace DslNet.Onnx.Passes;

/// <summary>
/// Finds the shape of every value, and computes those that do not depend on samples: constants, and what exporters compute shapes with. Lengths that
/// depend on how many samples there are stay symbols.
/// </summary>
internal static class KnownValues
{
    public static void Run(Graph graph)
    {
        List<GraphNode> computed = [];
        foreach (GraphNode node in graph.Nodes.Where(node => node.Domain.Length == 0 && node.Outputs.Count > 0))
        {
            if (!OperatorCatalogue.All.TryGetValue(node.Operator, out Operator? known))
                continue;
            Value value = known.Infer(new NodeUse(graph, node));
            graph[node.Outputs[0]] = value;
            if (value.Constant is not null)
                computed.Add(node);
        }

        graph.Nodes.RemoveAll(new HashSet<GraphNode>(computed).Contains);
        GraphNode[] arithmetic = [.. computed.Where(node => node.Operator is not ("Constant" or "Identity"))];
        if (arithmetic.Length > 0)
            graph.Remarks.Add($"Computed while importing, for it does not depend on samples: {Remark.Counted(arithmetic)}.");
    }
}
