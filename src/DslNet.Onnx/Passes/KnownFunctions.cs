using DslNet.Onnx.Functions;
using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Passes;

/// <summary>Finds functions that were written as several nodes and are a layer: GELU, SiLU, HardSwish and others.</summary>
internal static class KnownFunctions
{
    public static void Run(Graph graph)
    {
        List<GraphNode> found = [];
        FormulaSearch search = new(graph);
        foreach (GraphNode node in graph.Nodes.Where(Elementwise.Knows).ToArray())
        {
            (string Root, Formula Formula)[] functions = [.. search.Functions(node).OrderByDescending(each => each.Formula.Size)];
            if (functions is not [_, ..] || node.Inputs.Count == 1 && functions.Length == 1)
                continue;
            (string root, (string Operator, Models.OnnxAttribute[] Attributes)? known) = functions.Select(each => (each.Root, KnownFormulas.Find(each.Formula))).FirstOrDefault(each => each.Item2 is not null);
            if (known is not { } layer)
                continue;
            node.Become(layer.Operator, [root], layer.Attributes);
            found.Add(node);
        }

        HashSet<GraphNode> alive = DeadNodes.Sweep(graph);
        found.RemoveAll(node => !alive.Contains(node));
        if (found.Count > 0)
            graph.Remarks.Add($"Recognised, though written as several nodes: {Remark.Counted(found)}.");
    }
}
