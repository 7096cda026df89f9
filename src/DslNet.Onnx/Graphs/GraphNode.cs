using System.Globalization;
using DslNet.Onnx.Functions;
using DslNet.Onnx.Models;

namespace DslNet.Onnx.Graphs;

/// <summary>A node as passes change it.</summary>
/// <param name="node">The node in the file.</param>
/// <param name="index">Its place in the file, from 0.</param>
internal sealed class GraphNode(OnnxNode node, int index)
{
    /// <summary>Its place in the file.</summary>
    public int Index => index;

    /// <summary>The operator; a pass that joins nodes may say another.</summary>
    public string Operator { get; set; } = node.Operator;

    /// <summary>Whose operator it is; empty if it is ONNX's own.</summary>
    public string Domain => node.Domain;

    public List<string> Inputs { get; } = [.. node.Inputs];

    public List<string> Outputs { get; } = [.. node.Outputs];

    public Dictionary<string, OnnxAttribute> Attributes { get; } = new(node.Attributes, StringComparer.Ordinal);

    /// <summary>What it computes of its input, where no operator does; null of all others.</summary>
    public Formula? Formula { get; set; }

    /// <summary>Makes it another node with the same output.</summary>
    public void Become(string operatorName, IReadOnlyList<string> inputs, IReadOnlyList<OnnxAttribute> attributes)
    {
        Operator = operatorName;
        string[] read = [.. inputs];
        Inputs.Clear();
        Inputs.AddRange(read);
        Attributes.Clear();
        foreach (OnnxAttribute attribute in attributes)
            Attributes[attribute.Name] = attribute;
        Formula = null;
    }

    /// <summary>A node to be put before it, which is named as it is in messages.</summary>
    public GraphNode Before(string operatorName, IReadOnlyList<string> inputs, string output, params OnnxAttribute[] attributes) =>
        new(node with { Operator = operatorName, Domain = "", Inputs = inputs, Outputs = [output], Attributes = attributes.ToDictionary(attribute => attribute.Name) }, index);

    /// <summary>Gives it a constant of its own: the one that it had may have other readers. Its name, which people read, stays at the beginning.</summary>
    public void Give(Graph graph, int input, FloatConstant constant)
    {
        while (Inputs.Count <= input)
            Inputs.Add("");
        string name = graph.NewName(Inputs[input].Length > 0 ? $"{Inputs[input]} with {Outputs[0]}" : string.Create(CultureInfo.InvariantCulture, $"constant {input} of {Outputs[0]}"));
        graph[name] = Value.Of(OnnxType.Float, constant);
        Inputs[input] = name;
    }

    /// <summary>Its name for messages.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"Node {index + 1} ({(node.Name.Length > 0 ? $"{Names.Shown(node.Operator)} “{Names.Shown(node.Name)}”" : Names.Shown(node.Operator))})");
}
