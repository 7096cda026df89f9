using DslNet.Onnx.Functions;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;
using DslNet.Onnx.Operators;
using DslNet.Onnx.Operators.Shapes;

namespace DslNet.Onnx.Passes;

/// <summary>
/// Computes with channels first what a model computes with channels last, between a Transpose to channels last and one back, or none: TensorFlow's models are so,
/// and normalizations and products over channels of PyTorch's. An input that is transposed first has its channels first here.
/// </summary>
internal sealed class ChannelsLast
{
    private readonly Graph _graph;
    private readonly Dictionary<string, string> _twins = new(StringComparer.Ordinal);
    private readonly Dictionary<GraphNode, GraphNode[]> _added = [];
    private readonly HashSet<string> _transposed = new(StringComparer.Ordinal);
    private readonly HashSet<GraphNode> _left = [];
    private readonly ILookup<string, GraphNode> _readers;
    private int _moved;

    private ChannelsLast(Graph graph) => (_graph, _readers) = (graph, graph.Readers());

    public static void Run(Graph graph) => new ChannelsLast(graph).Run();

    private void Run()
    {
        foreach (OnnxPort input in _graph.Inputs)
            Redeclare(input.Name);
        foreach (GraphNode node in _graph.Nodes.ToArray())
        {
            if (node.Domain.Length > 0 || node.Outputs.Count == 0 || node.Inputs.Count == 0)
                continue;
            if (Data(node) is [_, ..] data && data.All(_twins.ContainsKey))
                Move(node);
            else if (IsTranspose(node, toLast: true) && _transposed.Add(node.Outputs[0]))
                _twins[node.Outputs[0]] = node.Inputs[0];
        }

        // Who reads channels last after all reads a value that is transposed just for it.
        foreach (GraphNode node in _graph.Nodes)
            Supply(node.Inputs, node);
        _graph.Insert(_added);
        foreach ((_, string value) in _graph.Outputs.Where(output => _twins.TryGetValue(output.Value, out _) && _transposed.Add(output.Value)).ToArray())
            _graph.Nodes.Add(Transposed(value, _graph.Nodes[^1]));
        _graph.Bypass(_left);
        DeadNodes.Sweep(_graph);
        if (_moved > 0)
            _graph.Remarks.Add(FormattableString.Invariant($"Computed with channels first, which the file has last: {_moved} nodes."));
    }

    /// <summary>Leaves a node out, whose result is another value.</summary>
    private void Leave(GraphNode node, string value)
    {
        node.Become("Identity", [value], []);
        _left.Add(node);
    }

    /// <summary>The operands that come from samples.</summary>
    private string[] Data(GraphNode node) => [.. node.Inputs.Where(name => name.Length > 0 && !_graph.IsConstant(name))];

    private void Redeclare(string input)
    {
        GraphNode[] readers = [.. _readers[input]];
        if (readers.Length == 0 || !readers.All(node => IsTranspose(node, toLast: false)))
            return;
        Extent[] first = First(_graph[input].Shape!);
        _graph[input] = _graph[input] with { Shape = first };
        foreach (GraphNode node in readers)
            Leave(node, input);
        _graph.Remarks.Add($"The input “{Names.Shown(input)}” has its channels first, [{string.Join(", ", first)}], and last in the file.");
    }

    private bool IsTranspose(GraphNode node, bool toLast)
    {
        if (node is not { Operator: "Transpose", Domain: "" } || _graph[node.Inputs[0]].Shape is not { Count: 3 or 4 } shape || TransposeOperator.Permutation(new NodeUse(_graph, node)) is not { } order)
            return false;
        return order.SequenceEqual(toLast ? Last(Enumerable.Range(0, shape.Count).ToArray()) : First(Enumerable.Range(0, shape.Count).ToArray()));
    }

    /// <summary>Axes with the second at the end.</summary>
    private static T[] Last<T>(IReadOnlyList<T> axes) => [axes[0], .. axes.Skip(2), axes[1]];

    /// <summary>Axes with the last as the second.</summary>
    private static T[] First<T>(IReadOnlyList<T> axes) => [axes[0], axes[^1], .. axes.Skip(1).SkipLast(1)];

    /// <summary>Makes a node compute with channels first, if it can.</summary>
    private void Move(GraphNode node)
    {
        if (IsTranspose(node, toLast: false))
        {
            Leave(node, _twins[node.Inputs[0]]);
            _moved++;
            return;
        }

        IReadOnlyList<Extent> shape = _graph[Data(node)[0]].Shape!;
        NodeUse use = new(_graph, node);
        bool isMoved = node.Operator switch
        {
            "Concat" => Data(node).Length == node.Inputs.Count && WithAxis(node, use, shape.Count, 1),
            "Softmax" or "LogSoftmax" => _graph.Opset >= 13 && WithAxis(node, use, shape.Count, -1),
            "MatMul" => Product(node, shape.Count),
            "LayerNormalization" => Normalized(node, use, shape.Count),
            "Flatten" or "Reshape" => Flattened(node, shape),
            "ReduceMean" or "ReduceMax" or "ReduceSum" => Reduced(node, use, shape.Count),
            _ => Elementwise.Knows(node) && Constants(node, shape.Count),
        };
        if (!isMoved)
            return;
        _moved++;
        Replace(node);
    }

    /// <summary>A node that reads twins computes one.</summary>
    private void Replace(GraphNode node)
    {
        for (int i = 0; i < node.Inputs.Count; i++)
            node.Inputs[i] = _twins.GetValueOrDefault(node.Inputs[i], node.Inputs[i]);
        string output = node.Outputs[0];
        if (_graph[output].Shape is not { Count: 3 or 4 } result || node.Operator is "Flatten" or "Reshape")
            return;
        string twin = _graph.NewName($"{output} with channels first");
        _graph[twin] = _graph[output] with { Shape = First(result) };
        node.Outputs[0] = twin;
        _twins[output] = twin;
    }

    private static bool WithAxis(GraphNode node, NodeUse use, int rank, long otherwise)
    {
        if (NodeUse.Axis(use.Integer("axis", otherwise), rank) is not { } axis)
            return false;
        node.Attributes["axis"] = new("axis") { Integer = FirstAxis(axis, rank) };
        return true;
    }

    /// <summary>Where an axis is if channels are first.</summary>
    private static int FirstAxis(int axis, int rank) => axis == 0 ? 0 : axis == rank - 1 ? 1 : axis + 1;

    /// <summary>Constants are transposed as values are.</summary>
    private bool Constants(GraphNode node, int rank)
    {
        if (Elementwise.Operands(node).Any(name => _graph[name] is { Constant: { } constant } && (constant is not FloatConstant || constant.Shape.Count > rank)))
            return false;
        for (int i = 0; i < Elementwise.Operands(node).Count; i++)
        {
            if (_graph[node.Inputs[i]].Constant is not FloatConstant { Length: > 1 } constant)
                continue;
            long[] shape = [.. Enumerable.Repeat(1L, rank - constant.Shape.Count), .. constant.Shape], strides = Indices.Strides(shape);
            node.Give(_graph, i, (FloatConstant)constant.Pick(First(shape), Indices.Walk(First(shape), First(strides))));
        }

        return true;
    }

    /// <summary>A product over channels is a convolution by one position.</summary>
    private bool Product(GraphNode node, int rank)
    {
        if (node.Inputs.Count != 2 || _graph[node.Inputs[1]].Constant is not FloatConstant { Shape: [var inputs, var outputs] } weight || inputs == 0 || outputs == 0)
            return false;
        long[] shape = [outputs, inputs, .. Enumerable.Repeat(1L, rank - 2)];
        node.Become("Conv", node.Inputs, []);
        node.Give(_graph, 1, (FloatConstant)weight.Pick([outputs, inputs], Indices.Walk([outputs, inputs], [1, outputs])).Reshaped(shape));
        return true;
    }

    private static bool Normalized(GraphNode node, NodeUse use, int rank)
    {
        if (NodeUse.Axis(use.Integer("axis", -1), rank) != rank - 1)
            return false;
        node.Attributes["axis"] = new("axis") { Integer = 1 };
        node.Attributes["axes"] = new("axes") { Integers = [1] };
        return true;
    }

    private bool Reduced(GraphNode node, NodeUse use, int rank)
    {
        long[]? axes = use.Integers("axes", _graph.Opset >= 13 ? 1 : -1);
        int?[] counted = [.. (axes ?? []).Select(axis => NodeUse.Axis(axis, rank))];
        bool keeps = use.Integer("keepdims", 1) != 0;
        if (counted.Length == 0 || counted.Contains(null) || counted.Contains(0) || !keeps && (counted.Contains(rank - 1) || counted.Length != rank - 2))
            return false;
        node.Become(node.Operator, [node.Inputs[0]], [new("axes") { Integers = [.. counted.Select(axis => (long)FirstAxis(axis!.Value, rank)).Order()] }, new("keepdims") { Integer = keeps ? 1 : 0 }]);
        return true;
    }

    /// <summary>A row of all values has them in another order, which the products that read it can have in their weights.</summary>
    private bool Flattened(GraphNode node, IReadOnlyList<Extent> shape)
    {
        string output = node.Outputs[0];
        if (shape.Skip(1).Count(axis => axis != 1) <= 1 || shape[^1] == 1)
            return true;
        long[] sample = [.. shape.Skip(1).Select(axis => axis.Factor)];
        GraphNode[] readers = [.. _readers[output]];
        if (_graph[output].Sample is not [var features] || _graph.Outputs.Any(each => each.Value == output) || readers.Length == 0 || !readers.All(reader => IsProduct(reader, output, features)))
            return false;
        long[] first = [sample[^1], .. sample.SkipLast(1)], strides = Indices.Strides(sample);
        int[] order = Indices.Walk(first, [strides[^1], .. strides.SkipLast(1)]);
        foreach (GraphNode reader in readers)
        {
            var weight = (FloatConstant)_graph[reader.Inputs[1]].Constant!;
            bool isTransposed = (reader.Attributes.GetValueOrDefault("transB")?.Integer ?? 0) != 0;
            int outputs = weight.Length / features;
            reader.Give(_graph, 1, (FloatConstant)weight.Pick(weight.Shape, isTransposed
                ? [.. Enumerable.Range(0, outputs).SelectMany(row => order.Select(column => row * features + column))]
                : [.. order.SelectMany(row => Enumerable.Range(0, outputs).Select(column => row * outputs + column))]));
        }

        return true;
    }

    private bool IsProduct(GraphNode node, string output, int features) =>
        node is { Operator: "Gemm" or "MatMul", Domain: "", Inputs.Count: >= 2 } && node.Inputs[0] == output && node.Inputs[1] != output && (node.Attributes.GetValueOrDefault("transA")?.Integer ?? 0) == 0
        && _graph[node.Inputs[1]].Constant is FloatConstant { Shape: [var rows, var columns] } && ((node.Attributes.GetValueOrDefault("transB")?.Integer ?? 0) != 0 ? columns : rows) == features;

    private void Supply(IEnumerable<string> values, GraphNode reader)
    {
        GraphNode[] needed = [.. values.Where(value => _twins.ContainsKey(value) && _transposed.Add(value)).Select(value => Transposed(value, reader))];
        if (needed.Length > 0)
            _added[reader] = needed;
    }

    private GraphNode Transposed(string value, GraphNode reader) =>
        reader.Before("Transpose", [_twins[value]], value, new OnnxAttribute("perm") { Integers = [.. Last(Enumerable.Range(0, _graph[value].Shape!.Count).ToArray()).Select(axis => (long)axis)] });
}
