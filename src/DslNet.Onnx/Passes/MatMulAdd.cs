using System.Globalization;
using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Passes;

/// <summary>Puts a product with a constant, and the constant that is added to it, together: a dense layer with its bias.</summary>
internal static class MatMulAdd
{
    public static void Run(Graph graph)
    {
        Dictionary<string, int> readers = graph.CountReaders();
        Dictionary<string, GraphNode> producers = graph.Producers();
        HashSet<GraphNode> added = [];
        foreach (GraphNode node in graph.Nodes.Where(node => node is { Operator: "Add", Domain: "", Inputs.Count: 2 }))
        {
            foreach ((string product, string bias) in new[] { (node.Inputs[0], node.Inputs[1]), (node.Inputs[1], node.Inputs[0]) })
            {
                if (!producers.TryGetValue(product, out GraphNode? factor) || !IsProductWithoutBias(factor) || readers[product] != 1 || !IsBias(graph, product, bias))
                    continue;
                factor.Operator = "Gemm";
                factor.Attributes.Remove("beta");
                factor.Inputs.RemoveRange(2, factor.Inputs.Count - 2);
                factor.Inputs.Add(bias);
                factor.Outputs[0] = node.Outputs[0];
                added.Add(node);
                break;
            }
        }

        graph.Nodes.RemoveAll(added.Contains);
        if (added.Count > 0)
            graph.Remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Put together as the product and the bias of a dense layer: MatMul and Add, {added.Count} of each."));
    }

    private static bool IsProductWithoutBias(GraphNode node) =>
        node.Domain.Length == 0 && (node.Operator == "MatMul" || node.Operator == "Gemm" && (node.Inputs.Count < 3 || node.Inputs[2].Length == 0));

    private static bool IsBias(Graph graph, string product, string bias) =>
        graph[product].Shape is [_, { PerSample: false } outputs] && graph[bias].Constant is FloatConstant constant
        && (constant.Length == 1 && constant.Shape.Count <= 2 || constant.Shape is [var all] && all == outputs.Factor || constant.Shape is [1, var row] && row == outputs.Factor);
}
