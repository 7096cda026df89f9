using System.Globalization;
using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Passes;

/// <summary>Leaves out nodes that no output depends on, and says how many parameters went with them.</summary>
internal static class DeadNodes
{
    public static void Run(Graph graph)
    {
        GraphNode[] before = [.. graph.Nodes];
        HashSet<GraphNode> alive = Sweep(graph);
        GraphNode[] dead = [.. before.Where(node => !alive.Contains(node))];
        if (dead.Length == 0)
            return;
        var read = new HashSet<string>(graph.Nodes.SelectMany(node => node.Inputs), StringComparer.Ordinal);
        long parameters = dead.SelectMany(node => node.Inputs).Distinct().Where(name => !read.Contains(name)).Sum(name => graph[name].Constant is FloatConstant { Shape.Count: > 0 } weight ? weight.Length : 0L);
        graph.Remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Left out, for no output depends on it: {Remark.Counted(dead)} ({parameters:N0} parameters)."));
    }

    /// <summary>Leaves them out without a word, and returns the nodes that stay.</summary>
    public static HashSet<GraphNode> Sweep(Graph graph)
    {
        var read = new HashSet<string>(graph.Outputs.Select(output => output.Value), StringComparer.Ordinal);
        HashSet<GraphNode> alive = [];
        foreach (GraphNode node in Enumerable.Reverse(graph.Nodes))
        {
            if (!node.Outputs.Any(read.Contains))
                continue;
            alive.Add(node);
            read.UnionWith(node.Inputs);
        }

        graph.Nodes.RemoveAll(node => !alive.Contains(node));
        return alive;
    }
}
