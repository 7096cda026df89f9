using DslNet.Onnx.Models;

namespace DslNet.Onnx.Graphs;

/// <summary>A graph as passes change it: nodes in an order in which each follows those that it reads, and what is known of values.</summary>
internal sealed class Graph
{
    private readonly Dictionary<string, Value> _values = new(StringComparer.Ordinal);

    /// <summary>The version of ONNX's operators.</summary>
    public required long Opset { get; init; }

    /// <summary>What goes in, without weights.</summary>
    public List<OnnxPort> Inputs { get; init; } = [];

    /// <summary>What comes out: the name of an output, and the value that it is.</summary>
    public List<(string Name, string Value)> Outputs { get; init; } = [];

    public List<GraphNode> Nodes { get; init; } = [];

    /// <summary>How many samples the file says its inputs have; null if that is open.</summary>
    public long? FixedBatch { get; init; }

    /// <summary>Whether its samples are frames of sequences.</summary>
    public bool IsSequence { get; set; }

    /// <summary>Inputs that are tokens, and how many different ones there are.</summary>
    public Dictionary<string, int> Vocabularies { get; } = new(StringComparer.Ordinal);

    /// <summary>What passes left out or put together, for the reader.</summary>
    public List<string> Remarks { get; } = [];

    /// <summary>What is known of a value.</summary>
    public Value this[string name]
    {
        get => _values.GetValueOrDefault(name, Value.Unknown);
        set => _values[name] = value;
    }

    /// <summary>Whether there is a value of that name, known or not.</summary>
    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>Whether a value is known by its elements.</summary>
    public bool IsConstant(string name) => this[name].Constant is not null;

    /// <summary>A name that no value has yet, for one that a pass adds.</summary>
    public string NewName(string wanted)
    {
        string name = wanted;
        while (!_values.TryAdd(name, Value.Unknown))
            name += "'";
        return name;
    }

    /// <summary>How often a value is read, as an output too.</summary>
    public Dictionary<string, int> CountReaders()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (string name in Nodes.SelectMany(node => node.Inputs).Concat(Outputs.Select(output => output.Value)))
            counts[name] = counts.GetValueOrDefault(name) + 1;
        return counts;
    }

    /// <summary>The nodes by what they compute.</summary>
    public Dictionary<string, GraphNode> Producers() =>
        Nodes.SelectMany(node => node.Outputs.Where(output => output.Length > 0).Select(output => (output, node))).ToDictionary(pair => pair.output, pair => pair.node, StringComparer.Ordinal);

    /// <summary>Who reads a value, by its name.</summary>
    public ILookup<string, GraphNode> Readers() => Nodes.SelectMany(node => node.Inputs.Distinct().Select(input => (input, node))).ToLookup(pair => pair.input, pair => pair.node, StringComparer.Ordinal);

    /// <summary>Puts nodes before others.</summary>
    public void Insert(IReadOnlyDictionary<GraphNode, GraphNode[]> before)
    {
        if (before.Count == 0)
            return;
        GraphNode[] all = [.. Nodes.SelectMany(node => before.TryGetValue(node, out GraphNode[]? added) ? [.. added, node] : new[] { node })];
        Nodes.Clear();
        Nodes.AddRange(all);
    }

    /// <summary>Takes nodes out whose first output is their first input: who read the one reads the other.</summary>
    public void Bypass(IReadOnlySet<GraphNode> nodes)
    {
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (GraphNode node in Nodes.Where(nodes.Contains))
            sources[node.Outputs[0]] = SourceOf(node.Inputs[0]);
        Nodes.RemoveAll(nodes.Contains);
        foreach (GraphNode node in Nodes)
        {
            for (int i = 0; i < node.Inputs.Count; i++)
                node.Inputs[i] = SourceOf(node.Inputs[i]);
        }

        for (int i = 0; i < Outputs.Count; i++)
            Outputs[i] = (Outputs[i].Name, SourceOf(Outputs[i].Value));

        // Nodes are in order: what a source is has been looked up already.
        string SourceOf(string name) => sources.GetValueOrDefault(name, name);
    }
}
