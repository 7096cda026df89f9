using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Passes;

/// <summary>Leaves out nodes that change nothing: Identity, Dropout of a model that predicts, Cast of floats, and what gives a value the shape that it has.</summary>
internal static class NoOperations
{
    private const long TrainsByDefaultBefore = 7;

    public static void Run(Graph graph)
    {
        Dictionary<string, int> readers = graph.CountReaders();
        HashSet<GraphNode> changeNothing = [.. graph.Nodes.Where(node =>
            node.Domain.Length == 0 && node.Inputs.Count > 0 && node.Outputs.Count > 0
            && node.Outputs.Skip(1).All(output => !readers.ContainsKey(output)) && ChangesNothing(graph, node))];
        if (changeNothing.Count == 0)
            return;
        graph.Bypass(changeNothing);
        graph.Remarks.Add($"Left out, for they change nothing: {Remark.Counted(changeNothing)}.");
    }

    private static bool ChangesNothing(Graph graph, GraphNode node) => node.Operator switch
    {
        "Identity" => true,
        "Dropout" => !Trains(graph, node),
        "Cast" => graph[node.Inputs[0]].Type.IsFloat() && graph[node.Outputs[0]].Type == OnnxType.Float,
        "Max" when node.Inputs.Count == 2 => graph[node.Inputs[1]].Constant is FloatConstant { Length: 1, Values: [float.MinValue or float.NegativeInfinity] } && HasSameShape(graph, node),
        "Concat" or "Max" or "Mean" or "Min" or "Sum" => node.Inputs.Count == 1,
        "Reshape" or "Flatten" or "Squeeze" or "Unsqueeze" or "Expand" => HasSameShape(graph, node),
        "Transpose" => node.Attributes.GetValueOrDefault("perm") is { } order && order.Integers.SequenceEqual(Enumerable.Range(0, order.Integers.Count).Select(axis => (long)axis)),
        _ => false,
    };

    private static bool HasSameShape(Graph graph, GraphNode node) =>
        graph[node.Inputs[0]].Shape is { } before && graph[node.Outputs[0]].Shape is { } after && before.SequenceEqual(after);

    /// <summary>Before operator set 7 an attribute says that it predicts; since operator set 12 an input says that it trains.</summary>
    private static bool Trains(Graph graph, GraphNode node) => graph.Opset < TrainsByDefaultBefore
        ? (node.Attributes.GetValueOrDefault("is_test")?.Integer ?? 0) == 0
        : node.Inputs.Count > 2 && node.Inputs[2].Length > 0 && graph[node.Inputs[2]].Constant is not IntegerConstant { Numbers: [0] };
}
