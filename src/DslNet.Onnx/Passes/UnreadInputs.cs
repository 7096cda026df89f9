using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Passes;

/// <summary>Leaves out inputs that nothing reads.</summary>
internal static class UnreadInputs
{
    public static void Run(Graph graph)
    {
        var read = new HashSet<string>(graph.Nodes.SelectMany(node => node.Inputs), StringComparer.Ordinal);
        string[] unread = [.. graph.Inputs.Select(input => input.Name).Where(name => !read.Contains(name))];
        if (unread.Length == 0)
            return;
        graph.Inputs.RemoveAll(input => unread.Contains(input.Name));
        graph.Remarks.Add($"Left out: the {(unread.Length == 1 ? "input" : "inputs")} {Remark.Quoted(unread)}, which nothing reads.");
    }
}
