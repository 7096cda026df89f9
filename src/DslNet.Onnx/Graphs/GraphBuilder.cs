using DslNet.Onnx.Models;

namespace DslNet.Onnx.Graphs;

/// <summary>Makes a graph of what a file says, and refuses one that is none: values that nobody computes, or two, or that wait for each other.</summary>
internal static class GraphBuilder
{
    public static Graph Build(OnnxModel model)
    {
        OnnxGraph source = model.Graph;
        var weights = new HashSet<string>(source.Initializers.Select(tensor => tensor.Name), StringComparer.Ordinal);
        OnnxPort[] inputs = [.. source.Inputs.Where(input => !weights.Contains(input.Name))];
        Graph graph = new()
        {
            Opset = model.Opset,
            Inputs = [.. inputs],
            Outputs = [.. source.Outputs.Select(output => (output.Name, output.Name))],
            Nodes = InOrder(source, weights, inputs),
            FixedBatch = inputs.Select(input => input.Shape is [{ Length: { } first }, ..] ? first : (long?)null).FirstOrDefault(length => length is not null),
        };
        foreach (string output in graph.Nodes.SelectMany(node => node.Outputs))
            graph[output] = Value.Unknown;
        foreach (OnnxTensor tensor in source.Initializers)
            graph[tensor.Name] = ValueOf(tensor);
        foreach (OnnxPort input in inputs)
            graph[input.Name] = new(input.Type, ShapeOf(input));
        return graph;
    }

    /// <summary>The value of a tensor; its elements, if they are of a type that is read.</summary>
    public static Value ValueOf(OnnxTensor tensor) =>
        tensor.Type.IsFloat() ? Value.Of(tensor.Type, new FloatConstant(tensor.Shape, tensor.Floats()))
        : tensor.Type.IsInteger() ? Value.Of(tensor.Type, new IntegerConstant(tensor.Shape, [.. tensor.Integers().Select(number => (Extent)number)]))
        : new(tensor.Type, [.. tensor.Shape.Select(axis => (Extent)axis)]);

    /// <summary>The axes of an input, of which the first is that of the samples.</summary>
    private static Extent[]? ShapeOf(OnnxPort input)
    {
        if (input.Shape is null || input.Shape.Skip(1).Any(axis => axis.Length is null))
            return null;
        return [.. input.Shape.Select((axis, i) => i == 0 ? Extent.Batch : axis.Length!.Value)];
    }

    private static List<GraphNode> InOrder(OnnxGraph source, HashSet<string> weights, IReadOnlyList<OnnxPort> inputs)
    {
        GraphNode[] nodes = [.. source.Nodes.Select((node, index) => new GraphNode(node, index))];
        var producers = new Dictionary<string, GraphNode>(StringComparer.Ordinal);
        var given = new HashSet<string>(weights.Concat(inputs.Select(input => input.Name)), StringComparer.Ordinal);
        foreach (GraphNode node in nodes)
        {
            foreach (string output in node.Outputs.Where(output => output.Length > 0))
            {
                if (given.Contains(output) || !producers.TryAdd(output, node))
                    throw new OnnxException($"{node.Label} computes “{Names.Shown(output)}”, which is there already: the file is no valid ONNX model.");
            }
        }

        // How many values a node waits for, and who waits for a node.
        var waiting = new Dictionary<GraphNode, int>();
        var readers = new Dictionary<GraphNode, List<GraphNode>>();
        foreach (GraphNode node in nodes)
        {
            foreach (string input in node.Inputs.Where(input => input.Length > 0 && !given.Contains(input)))
            {
                if (!producers.TryGetValue(input, out GraphNode? producer))
                    throw new OnnxException($"{node.Label} reads “{Names.Shown(input)}”, which nothing computes: the file is no valid ONNX model.");
                waiting[node] = waiting.GetValueOrDefault(node) + 1;
                if (!readers.TryGetValue(producer, out List<GraphNode>? list))
                    readers[producer] = list = [];
                list.Add(node);
            }
        }

        // The file's order is kept where it is one already, as it must be by ONNX's rules.
        List<GraphNode> ordered = new(nodes.Length);
        var ready = new PriorityQueue<GraphNode, int>(nodes.Where(node => !waiting.ContainsKey(node)).Select(node => (node, node.Index)));
        while (ready.TryDequeue(out GraphNode? node, out _))
        {
            ordered.Add(node);
            foreach (GraphNode reader in readers.GetValueOrDefault(node, []))
            {
                if (--waiting[reader] == 0)
                    ready.Enqueue(reader, reader.Index);
            }
        }

        if (ordered.Count < nodes.Length)
            throw new OnnxException($"{waiting.First(pair => pair.Value > 0).Key.Label} waits for what is computed from it: the file is no valid ONNX model.");
        string? missing = source.Outputs.Select(output => output.Name).FirstOrDefault(output => !given.Contains(output) && !producers.ContainsKey(output));
        return missing is null ? ordered : throw new OnnxException($"Nothing computes the output “{Names.Shown(missing)}”: the file is no valid ONNX model.");
    }
}
