using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Passes;

/// <summary>Takes the product and the sum behind a normalization as its scale and bias, where they have one value for each of its own.</summary>
internal static class NormalizationTerms
{
    /// <param name="graph">The graph.</param>
    /// <param name="normalizations">Nodes without scale and bias, whose attribute “axes” says along which axes a scale has values.</param>
    public static void Run(Graph graph, IReadOnlyList<GraphNode> normalizations)
    {
        ILookup<string, GraphNode> readers = graph.Readers();
        var outputs = new HashSet<string>(graph.Outputs.Select(output => output.Value), StringComparer.Ordinal);
        HashSet<GraphNode> taken = [];
        foreach (GraphNode node in normalizations)
        {
            IReadOnlyList<Extent> shape = graph[node.Inputs[0]].Shape!;
            long[] axes = [.. node.Attributes["axes"].Integers], row = [.. shape.Select((axis, i) => axes.Contains(i) ? axis.Factor : 1)];
            foreach (string follower in node.Operator == "RMSNormalization" ? ["Mul"] : new[] { "Mul", "Add" })
            {
                if (outputs.Contains(node.Outputs[0]) || readers[node.Outputs[0]].ToArray() is not [{ Domain: "", Inputs.Count: 2 } next] || next.Operator != follower
                    || next.Inputs.FirstOrDefault(name => name != node.Outputs[0]) is not { } constant || graph[constant].Constant is not FloatConstant weight || !Fits(weight, row))
                    break;
                node.Inputs.Add(constant);
                node.Outputs[0] = next.Outputs[0];
                taken.Add(next);
            }
        }

        graph.Nodes.RemoveAll(taken.Contains);
    }

    private static bool Fits(FloatConstant weight, long[] row) => weight.Shape.Count <= row.Length && new long[row.Length - weight.Shape.Count].Select(_ => 1L).Concat(weight.Shape).SequenceEqual(row);
}
