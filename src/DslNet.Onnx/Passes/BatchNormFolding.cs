using System.Globalization;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;
using DslNet.Onnx.Operators;
using DslNet.Onnx.Operators.Layers;

namespace DslNet.Onnx.Passes;

/// <summary>Makes a batch normalization a part of the convolution or dense layer before it, where it is asked for: its weights are scaled, in double precision, and its bias shifted.</summary>
internal static class BatchNormFolding
{
    public static void Run(Graph graph)
    {
        Dictionary<string, int> readers = graph.CountReaders();
        Dictionary<string, GraphNode> producers = graph.Producers();
        HashSet<GraphNode> folded = [];
        foreach (GraphNode node in graph.Nodes.Where(node => node is { Operator: "BatchNormalization", Domain: "", Inputs.Count: 5 }))
        {
            NodeUse use = new(graph, node);
            if (!producers.TryGetValue(node.Inputs[0], out GraphNode? before) || readers[node.Inputs[0]] != 1 || BatchNormalizationOperator.Trains(use) || !TryFold(graph, before, use))
                continue;
            before.Outputs[0] = node.Outputs[0];
            folded.Add(node);
        }

        graph.Nodes.RemoveAll(folded.Contains);
        if (folded.Count > 0)
            graph.Remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Put into the weights of the layer before: {folded.Count} BatchNormalization."));
    }

    private static bool TryFold(Graph graph, GraphNode before, NodeUse norm)
    {
        bool isDense = before.Operator is "Gemm" or "MatMul" && before.Attributes.Values.All(attribute => attribute.Name == "transB" || attribute.Name is "alpha" or "beta" && attribute.Float is 1);
        if (before.Domain.Length > 0 || !(isDense || before.Operator == "Conv") || graph[before.Inputs[1]].Constant is not FloatConstant weight)
            return false;

        // Outputs are the last axis of a matrix that is not transposed, and the first of all other weights.
        bool isLast = isDense && (before.Attributes.GetValueOrDefault("transB")?.Integer ?? 0) == 0;
        int outputs = (int)weight.Shape[isLast ? 1 : 0], inner = isLast ? 1 : weight.Length / outputs;
        FloatConstant?[] terms = [.. Enumerable.Range(1, 4).Select(i => norm.Input(i).Constant as FloatConstant)];
        FloatConstant? bias = before.Inputs.Count > 2 && before.Inputs[2].Length > 0 ? graph[before.Inputs[2]].Constant as FloatConstant : new FloatConstant([outputs], new float[outputs]);
        if (terms.Any(term => term?.Length != outputs) || bias?.Length != outputs)
            return false;
        (float[] scale, float[] shift, float[] mean, float[] variance) = (terms[0]!.Values, terms[1]!.Values, terms[2]!.Values, terms[3]!.Values);
        double[] factor = [.. variance.Select((value, i) => scale[i] / Math.Sqrt((double)value + norm.Float("epsilon", 1e-5f)))];
        before.Give(graph, 1, new FloatConstant(weight.Shape, [.. weight.Values.Select((value, i) => (float)(value * factor[i / inner % outputs]))]));
        before.Give(graph, 2, new FloatConstant([outputs], [.. bias.Values.Select((value, i) => (float)((value - (double)mean[i]) * factor[i] + shift[i]))]));
        if (before.Operator == "MatMul")
            before.Operator = "Gemm";
        return true;
    }
}
