using DslNet.Onnx.Graphs;
using DslNet.Onnx.Operators;

namespace DslNet.Onnx.Passes;

/// <summary>
/// Finds the shape of every value, and computes those that do not depend on samples: constants, and what exporters compute shapes with. Lengths that
/// depend on how many samples there are stay symbols. What then can be said with other nodes is: the side that a choice takes, and the parts of a Split.
/// </summary>
internal static class KnownValues
{
    public static void Run(Graph graph)
    {
        List<GraphNode> computed = [], kept = [];
        Stack<GraphNode> open = new(Enumerable.Reverse(graph.Nodes));
        InlinedGraphs inlined = new(graph);
        HashSet<string> later = new(graph.Nodes.SelectMany(node => node.Outputs), StringComparer.Ordinal);
        while (open.TryPop(out GraphNode? node))
        {
            // Nodes of a side come into the graph's order here: what they read from around their choice is looked at only now.
            if (node.Inputs.FirstOrDefault(input => input.Length > 0 && (later.Contains(input) || !graph.Has(input))) is { } missing)
                throw new OnnxException($"{node.Label} reads “{Names.Shown(missing)}”, which nothing computes before it: the file is no valid ONNX model.");
            if (node.Domain.Length > 0 || node.Outputs.Count == 0)
            {
                later.ExceptWith(node.Outputs);
                kept.Add(node);
                continue;
            }

            if ((inlined.Of(node) ?? SplitSlices.Of(graph, node)) is { } others)
            {
                foreach (GraphNode other in others.Reverse())
                {
                    open.Push(other);
                    later.UnionWith(other.Outputs);
                }

                continue;
            }

            later.ExceptWith(node.Outputs);

            if (OperatorCatalogue.All.TryGetValue(node.Operator, out Operator? known))
                graph[node.Outputs[0]] = known.Infer(new NodeUse(graph, node));
            (graph.IsConstant(node.Outputs[0]) ? computed : kept).Add(node);
        }

        graph.Nodes.Clear();
        graph.Nodes.AddRange(kept);
        GraphNode[] arithmetic = [.. computed.Where(node => node.Operator is not ("Constant" or "Identity"))];
        if (arithmetic.Length > 0)
            graph.Remarks.Add($"Computed while importing, for it does not depend on samples: {Remark.Counted(arithmetic)}.");
        if (inlined.Count > 0)
            graph.Remarks.Add(FormattableString.Invariant($"Decided while importing, for what they ask is the same for all samples: {inlined.Count} If."));
    }
}
