using System.Globalization;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Passes;

/// <summary>Puts the side of a choice that is known while importing in the place of the choice.</summary>
/// <param name="graph">The graph.</param>
internal sealed class InlinedGraphs(Graph graph)
{
    /// <summary>How many choices were decided.</summary>
    public int Count { get; private set; }

    /// <summary>The nodes of the side that is taken; null if the node is no choice, or it is not known which side.</summary>
    public IReadOnlyList<GraphNode>? Of(GraphNode node)
    {
        if (node.Operator != "If" || node.Inputs.Count == 0 || graph[node.Inputs[0]].Constant is not IntegerConstant { Numbers: [var condition] }
            || node.Attributes.GetValueOrDefault(condition != 0 ? "then_branch" : "else_branch")?.Graph is not { } side || side.Outputs.Count != node.Outputs.Count || side.Inputs.Count > 0)
            return null;
        string prefix = string.Create(CultureInfo.InvariantCulture, $"if {++Count}: ");
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (OnnxTensor tensor in side.Initializers)
        {
            names[tensor.Name] = graph.NewName(prefix + tensor.Name);
            graph[names[tensor.Name]] = GraphBuilder.ValueOf(tensor);
        }

        List<GraphNode> nodes = [];
        foreach (OnnxNode inner in side.Nodes)
        {
            // Names of the graphs around stay as they are, also in graphs that are in this one.
            string[] inputs = [.. inner.Inputs.Select(NameOf)];
            foreach (string output in inner.Outputs.Where(output => output.Length > 0))
            {
                if (!names.TryAdd(output, graph.NewName(prefix + output)))
                    throw new OnnxException($"{node.Label} computes “{Names.Shown(output)}” twice: the file is no valid ONNX model.");
            }

            nodes.Add(new(inner with { Inputs = inputs, Outputs = [.. inner.Outputs.Select(NameOf)], Attributes = Renamed(inner.Attributes) }, node.Index));
        }

        for (int i = 0; i < side.Outputs.Count; i++)
            nodes.Add(node.Before("Identity", [NameOf(side.Outputs[i].Name)], node.Outputs[i]));
        return nodes;

        string NameOf(string name) => names.GetValueOrDefault(name, name);

        IReadOnlyDictionary<string, OnnxAttribute> Renamed(IReadOnlyDictionary<string, OnnxAttribute> attributes) => attributes.Values.All(attribute => attribute.Graph is null)
            ? attributes
            : attributes.ToDictionary(pair => pair.Key, pair => pair.Value.Graph is { } inner ? pair.Value with { Graph = Outside(inner, NameOf) } : pair.Value, StringComparer.Ordinal);
    }

    /// <summary>A graph whose names of values around it are others.</summary>
    private static OnnxGraph Outside(OnnxGraph graph, Func<string, string> rename)
    {
        var own = new HashSet<string>(graph.Initializers.Select(tensor => tensor.Name).Concat(graph.Nodes.SelectMany(node => node.Outputs)), StringComparer.Ordinal);
        string NameOf(string name) => own.Contains(name) ? name : rename(name);
        return graph with
        {
            Nodes = [.. graph.Nodes.Select(node => node with
            {
                Inputs = [.. node.Inputs.Select(NameOf)],
                Attributes = node.Attributes.ToDictionary(pair => pair.Key, pair => pair.Value.Graph is { } inner ? pair.Value with { Graph = Outside(inner, NameOf) } : pair.Value, StringComparer.Ordinal),
            })],
            Outputs = [.. graph.Outputs.Select(output => output with { Name = NameOf(output.Name) })],
        };
    }
}
