using System.Globalization;
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

    /// <summary>Its name for messages.</summary>
    public string Label => string.Create(CultureInfo.InvariantCulture, $"Node {index + 1} ({(node.Name.Length > 0 ? $"{Names.Shown(node.Operator)} “{Names.Shown(node.Name)}”" : Names.Shown(node.Operator))})");
}
