using System.Globalization;
using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Passes;

/// <summary>Words that remarks have in common.</summary>
internal static class Remark
{
    /// <summary>Operators by name, and how many of each: “Flatten, 2 Concat”.</summary>
    public static string Counted(IEnumerable<GraphNode> nodes) =>
        string.Join(", ", nodes.GroupBy(node => Names.Shown(node.Operator)).Select(group => group.Count() == 1 ? group.Key : string.Create(CultureInfo.InvariantCulture, $"{group.Count()} {group.Key}")));

    /// <summary>Names in quotes.</summary>
    public static string Quoted(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"“{Names.Shown(name)}”"));
}
