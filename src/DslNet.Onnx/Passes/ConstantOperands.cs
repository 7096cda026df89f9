using System.Globalization;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;
using DslNet.Onnx.Operators;
using DslNet.Onnx.Operators.Shapes;

namespace DslNet.Onnx.Passes;

/// <summary>
/// Takes constants that values are multiplied by, or that are added to them: into the bias of the convolution or dense layer before, or as a batch
/// normalization of mean 0 and variance 1, which computes just that.
/// </summary>
internal static class ConstantOperands
{
    private const float Epsilon = 1e-5f;

    public static void Run(Graph graph)
    {
        int biases = Biases(graph), scales = graph.IsSequence ? 0 : Scales(graph);
        DeadNodes.Sweep(graph);
        if (biases > 0)
            graph.Remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Put into the bias of the layer before: {biases} constants."));
        if (scales > 0)
            graph.Remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Multiplied and added by a BatchNorm of mean 0 and variance 1, since they are constants for each channel or feature: {scales}."));
    }

    /// <summary>Sums of a convolution and a constant for each channel.</summary>
    private static int Biases(Graph graph)
    {
        Dictionary<string, int> readers = graph.CountReaders();
        Dictionary<string, GraphNode> producers = graph.Producers();
        HashSet<GraphNode> added = [];
        foreach (GraphNode node in graph.Nodes.Where(node => node is { Operator: "Add" or "Sub", Domain: "", Inputs.Count: 2 }))
        {
            if (Operand(graph, node) is not var (value, constant, isFirst) || isFirst && node.Operator == "Sub"
                || !producers.TryGetValue(value, out GraphNode? before) || before is not { Operator: "Conv" or "ConvTranspose" or "Gemm", Domain: "", Inputs.Count: >= 2 } || readers[value] != 1
                || graph[node.Outputs[0]].Sample is not { } sample || PerChannel(graph, constant, sample) is not { } more
                || before.Attributes.TryGetValue("beta", out OnnxAttribute? beta) && beta.Float is not 1)
                continue;
            float[]? bias = before.Inputs.Count < 3 || before.Inputs[2].Length == 0 ? new float[sample[0]] : (graph[before.Inputs[2]].Constant as FloatConstant)?.Values;
            if (bias?.Length != sample[0])
                continue;
            int sign = node.Operator == "Sub" ? -1 : 1;
            before.Give(graph, 2, new FloatConstant([bias.Length], [.. bias.Zip(more, (own, each) => own + sign * each)]));
            before.Outputs[0] = node.Outputs[0];
            producers[node.Outputs[0]] = before;
            added.Add(node);
        }

        graph.Nodes.RemoveAll(added.Contains);
        return added.Count;
    }

    private static int Scales(Graph graph)
    {
        Dictionary<string, int> readers = graph.CountReaders();
        var pending = new Dictionary<string, (GraphNode Node, string Root, double[] Scale, double[] Shift)>(StringComparer.Ordinal);
        foreach (GraphNode node in graph.Nodes.Where(node => node is { Operator: "Add" or "Sub" or "Mul" or "Div", Domain: "", Inputs.Count: 2 }))
        {
            if (Operand(graph, node) is not var (value, constant, isFirst) || isFirst && node.Operator == "Div" || graph[value].Sample is not { } sample
                || graph[constant].Constant is FloatConstant { Length: 1 } && !pending.ContainsKey(value) || Broadcast(graph, constant, sample) is not { } c)
                continue;
            (double[] scale, double[] shift, string root) = ([.. c.Select(_ => 1.0)], new double[c.Length], value);
            if (pending.TryGetValue(value, out var before) && readers[value] == 1)
            {
                (scale, shift, root) = ([.. before.Scale], [.. before.Shift], before.Root);
                pending.Remove(value);
            }

            for (int i = 0; i < c.Length; i++)
            {
                (double factor, double term) = node.Operator switch
                {
                    "Add" => (1.0, c[i]),
                    "Sub" => isFirst ? (-1.0, c[i]) : (1, -c[i]),
                    "Mul" => (c[i], 0.0),
                    _ => (1.0 / c[i], 0.0),
                };
                (scale[i], shift[i]) = (scale[i] * factor, shift[i] * factor + term);
            }

            pending[node.Outputs[0]] = (node, root, scale, shift);
        }

        var added = new Dictionary<GraphNode, GraphNode[]>();
        foreach ((GraphNode node, string root, double[] scale, double[] shift) in pending.Values)
            Write(graph, node, root, scale, shift, added);
        graph.Insert(added);
        return pending.Count;
    }

    /// <summary>Makes a node a batch normalization: over channels, or over all values as if they were features.</summary>
    private static void Write(Graph graph, GraphNode node, string root, double[] scale, double[] shift, Dictionary<GraphNode, GraphNode[]> added)
    {
        IReadOnlyList<int> sample = graph[root].Sample!;
        int positions = scale.Length / sample[0];
        bool isPerChannel = Enumerable.Range(0, scale.Length).All(i => scale[i].Equals(scale[i / positions * positions]) && shift[i].Equals(shift[i / positions * positions]));
        string output = node.Outputs[0];
        if (isPerChannel)
        {
            Normalize(node, root, sample[0], i => i * positions);
            return;
        }

        string flat = graph.NewName($"{root} in one row"), scaled = graph.NewName($"{output} in one row");
        Extent[] row = [Extent.Batch, scale.Length];
        graph[flat] = graph[scaled] = new(graph[root].Type, row);
        GraphNode normalization = node.Before("", [flat], scaled);
        Normalize(normalization, flat, scale.Length, i => i);
        added[node] = [node.Before("Flatten", [root], flat), normalization];
        node.Become("Reshape", [scaled], [new("shape") { Integers = [0, .. sample.Select(axis => (long)axis)] }]);

        void Normalize(GraphNode target, string input, int channels, Func<int, int> index)
        {
            target.Become("BatchNormalization", [input], [new("epsilon") { Float = Epsilon }, new("is_test") { Integer = 1 }]);
            target.Give(graph, 1, Each(i => scale[index(i)]));
            target.Give(graph, 2, Each(i => shift[index(i)]));
            target.Give(graph, 3, Each(_ => 0));
            target.Give(graph, 4, Each(_ => 1 - Epsilon));

            FloatConstant Each(Func<int, double> value) => new([channels], [.. Enumerable.Range(0, channels).Select(i => (float)value(i))]);
        }
    }

    /// <summary>The operand that comes from samples, the constant, and whether that stands first; null if there are not one of each, or the result has another shape.</summary>
    private static (string Value, string Constant, bool IsFirst)? Operand(Graph graph, GraphNode node)
    {
        bool isFirst = graph.IsConstant(node.Inputs[0]);
        (string value, string constant) = isFirst ? (node.Inputs[1], node.Inputs[0]) : (node.Inputs[0], node.Inputs[1]);
        return !graph.IsConstant(value) && graph[constant].Constant is FloatConstant
            && graph[value].Shape is { } shape && graph[node.Outputs[0]].Shape is { } result && shape.SequenceEqual(result) ? (value, constant, isFirst) : null;
    }

    /// <summary>A constant as values for each element of a sample; null if it has others for each sample, or too many.</summary>
    private static double[]? Broadcast(Graph graph, string name, IReadOnlyList<int> sample)
    {
        var constant = (FloatConstant)graph[name].Constant!;
        IReadOnlyList<long> own = constant.Shape.Count == sample.Count + 1 ? [.. constant.Shape.Skip(1)] : constant.Shape;
        long[] wide = [.. sample.Select(axis => (long)axis)];
        bool fits = own.Count <= sample.Count && constant.Length == own.Aggregate(1L, (product, axis) => product * axis) && Indices.Count(wide) is not null;
        return fits ? [.. Indices.Walk(wide, Indices.Broadcast(own, wide)).Select(index => (double)constant.Values[index])] : null;
    }

    /// <summary>A constant as one value for each channel; null if it is none.</summary>
    private static float[]? PerChannel(Graph graph, string name, IReadOnlyList<int> sample)
    {
        if (Broadcast(graph, name, sample) is not { } values)
            return null;
        int positions = values.Length / sample[0];
        float[] channels = [.. Enumerable.Range(0, sample[0]).Select(channel => (float)values[channel * positions])];
        return Enumerable.Range(0, values.Length).All(i => values[i].Equals(channels[i / positions])) ? channels : null;
    }
}
