using System.Globalization;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;
using DslNet.Onnx.Operators;

namespace DslNet.Onnx.Writing;

/// <summary>Makes layers of a simplified graph, or names every node that is none.</summary>
internal static class Translation
{
    public static LayerNetwork Run(Graph graph, string className)
    {
        List<string> problems = [.. graph.Inputs.Select(InputProblem).OfType<string>()];
        LayerList layers = new(className);
        Dictionary<string, int> readers = graph.CountReaders();
        foreach (GraphNode node in graph.Nodes)
        {
            if (Unknown(graph, node, readers) is { } unknown)
            {
                problems.Add(unknown);
                continue;
            }

            try
            {
                OperatorCatalogue.All[node.Operator].Translate(new NodeUse(graph, node), layers);
            }
            catch (RefusedException refused)
            {
                problems.Add(refused.Message);
            }
        }

        if (graph.IsSequence && (graph.Inputs.Count > 1 || graph.Outputs.Count > 1))
            problems.Add(FormattableString.Invariant($"The model has {graph.Inputs.Count} inputs and {graph.Outputs.Count} outputs. A network of sequences has one of each: export the model so."));
        if (problems.Count > 0)
            throw new OnnxException(problems);
        LayerNetwork network = LayerCleanup.Run(new(
            [.. graph.Inputs.Select(input => new Port(input.Name, input.Name, Value.Features(graph[input.Name].Sample!), graph.Vocabularies.GetValueOrDefault(input.Name)))],
            layers.All,
            [.. graph.Outputs.Select(output => new Port(output.Name, output.Value, Value.Features(graph[output.Value].Sample!)))],
            layers.Methods, graph.IsSequence));
        return network.Layers.Count > 0 ? network : throw Passes.PassedOutputs.NothingComputed();

        string? InputProblem(OnnxPort input) =>
            graph.Vocabularies.ContainsKey(input.Name) ? null
            : !input.Type.IsFloat() ? $"The input “{Names.Shown(input.Name)}” has elements of the type {input.Type.Shown()}. Only networks of floats are imported."
            : graph[input.Name].Sample is not { Count: <= 3 }
                ? $"The input “{Names.Shown(input.Name)}” is {input.ShownShape}. An input is [batch, features], [batch, channels, length] or [batch, channels, height, width]; export the model with all axes but the first fixed."
            : null;
    }

    /// <summary>Why there is nothing to ask of a node; null if its operator is known.</summary>
    private static string? Unknown(Graph graph, GraphNode node, Dictionary<string, int> readers)
    {
        string reason = node.Domain.Length > 0 ? $"the operator is one of “{Names.Shown(node.Domain)}”, not of ONNX itself"
            : node.Attributes.Values.Any(attribute => attribute.IsGraph) ? "it chooses between graphs while it runs"
            : !OperatorCatalogue.All.ContainsKey(node.Operator) ? $"the import has no layer for {Names.Shown(node.Operator)}"
            : node.Outputs.Count == 0 ? "it has no output"
            : node.Outputs.Skip(1).FirstOrDefault(readers.ContainsKey) is { } further ? $"its further output “{Names.Shown(further)}” is read"
            : "";
        return reason.Length == 0 ? null : string.Create(
            CultureInfo.InvariantCulture, $"{node.Label}, operator set {graph.Opset}: {reason}. Export the model without it, or cut the model before it and compute the rest yourself.");
    }
}
