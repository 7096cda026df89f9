using System.Globalization;
using DslNet.Onnx.Graphs;
using DslNet.Onnx.Models;
using DslNet.Onnx.Operators;
using DslNet.Onnx.Operators.Layers;

namespace DslNet.Onnx.Passes;

/// <summary>Makes zeros that are put around an image or a signal the padding of the convolution that reads it.</summary>
internal static class PadFolding
{
    public static void Run(Graph graph)
    {
        Dictionary<string, GraphNode> producers = graph.Producers();
        Dictionary<string, int> readers = graph.CountReaders();
        int folded = 0;
        foreach (GraphNode node in graph.Nodes.Where(node => node is { Operator: "Conv", Domain: "", Inputs.Count: >= 2 }))
        {
            if (!producers.TryGetValue(node.Inputs[0], out GraphNode? pad) || pad is not { Operator: "Pad", Domain: "" } || readers[node.Inputs[0]] != 1
                || graph[pad.Inputs[0]].Sample is not { Count: 2 or 3 } sample || PadOperator.Zeros(new NodeUse(graph, pad)) is not { } sides || sides[0] != (0, 0) || sides[1] != (0, 0)
                || new NodeUse(graph, node).Text("auto_pad", "NOTSET") is not ("NOTSET" or "VALID"))
                continue;
            int axes = sample.Count - 1;
            IReadOnlyList<long> own = node.Attributes.GetValueOrDefault("pads")?.Integers ?? new long[2 * axes];
            if (own.Count != 2 * axes)
                continue;
            node.Attributes["pads"] = new("pads") { Integers = [.. sides.Skip(2).Select((side, i) => own[i] + side.Before), .. sides.Skip(2).Select((side, i) => own[i + axes] + side.After)] };
            node.Attributes.Remove("auto_pad");
            node.Inputs[0] = pad.Inputs[0];
            folded++;
        }

        if (folded == 0)
            return;
        DeadNodes.Sweep(graph);
        graph.Remarks.Add(string.Create(CultureInfo.InvariantCulture, $"Put into the padding of the convolution behind: {folded} Pad."));
    }
}
