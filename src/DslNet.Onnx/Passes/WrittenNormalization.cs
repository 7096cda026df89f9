using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Passes;

/// <summary>Finds LayerNorm and RMSNorm that were written as means, differences and roots, before they were operators.</summary>
internal static class WrittenNormalization
{
    public static void Run(Graph graph)
    {
        Dictionary<string, GraphNode> producers = graph.Producers();
        List<GraphNode> found = [];
        foreach (GraphNode node in graph.Nodes.Where(node => node is { Operator: "Div", Domain: "", Inputs.Count: 2 }).ToArray())
        {
            string centered = node.Inputs[0];
            if (Producer(node.Inputs[1], "Sqrt") is not { } root || Producer(root.Inputs[0], "Add") is not { Inputs.Count: 2 } sum
                || (Epsilon(sum.Inputs[1]) is { } right ? (sum.Inputs[0], right) : Epsilon(sum.Inputs[0]) is { } left ? (sum.Inputs[1], left) : ((string, float)?)null) is not var (variance, epsilon)
                || Producer(variance, "ReduceMean") is not { } mean || Axes(graph, mean) is not { } axes || Squared(mean.Inputs[0]) is not { } squared)
                continue;
            string? source = Centered(centered, axes);
            bool isLayerNorm = source is not null && Centered(squared, axes) == source;
            if (!isLayerNorm && squared != centered)
                continue;
            node.Become(isLayerNorm ? "LayerNormalization" : "RMSNormalization", [isLayerNorm ? source! : centered], [new("epsilon") { Float = epsilon }, new("axis") { Integer = axes[0] }, new("axes") { Integers = axes }]);
            found.Add(node);
        }

        if (found.Count == 0)
            return;
        DeadNodes.Sweep(graph);
        graph.Remarks.Add($"Recognised, though written as several nodes: {Remark.Counted(found)}.");
        NormalizationTerms.Run(graph, found);

        GraphNode? Producer(string value, string operatorName) => producers.TryGetValue(value, out GraphNode? node) && node.Operator == operatorName && node.Domain.Length == 0 && node.Inputs.Count > 0 ? node : null;

        float? Epsilon(string value) => graph[value].Constant is FloatConstant { Length: 1 } constant && constant.Values[0] > 0 ? constant.Values[0] : null;

        // What a value is the square of.
        string? Squared(string value) => Producer(value, "Pow") is { Inputs: [var power, var exponent] } && graph[exponent].Constant is FloatConstant { Length: 1, Values: [2] } ? power
            : Producer(value, "Mul") is { Inputs: [var one, var other] } && one == other ? one
            : null;

        // What a value is, less its mean over some axes.
        string? Centered(string value, long[] axes) => Producer(value, "Sub") is { Inputs: [var whole, var mean] } && Producer(mean, "ReduceMean") is { } reduce && reduce.Inputs[0] == whole
            && Axes(graph, reduce) is { } own && own.SequenceEqual(axes) ? whole : null;
    }

    /// <summary>The axes of a mean that keeps them, counted from the first: some that follow each other.</summary>
    private static long[]? Axes(Graph graph, GraphNode mean)
    {
        if (graph[mean.Inputs[0]].Shape is not { } shape || (mean.Attributes.GetValueOrDefault("keepdims")?.Integer ?? 1) == 0)
            return null;
        IReadOnlyList<long>? axes = mean.Attributes.GetValueOrDefault("axes")?.Integers ?? (mean.Inputs.Count > 1 ? (graph[mean.Inputs[1]].Constant as IntegerConstant)?.Numbers : null);
        if (axes is not { Count: > 0 })
            return null;
        long[] counted = [.. axes.Select(axis => axis < 0 ? axis + shape.Count : axis).Order()];
        return counted[0] > 0 && counted[^1] < shape.Count && counted.Zip(counted.Skip(1)).All(pair => pair.Second == pair.First + 1) ? counted : null;
    }
}
