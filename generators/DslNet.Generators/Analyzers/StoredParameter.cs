using System.Globalization;
using DslNet.Generators.Lowering;
using DslNet.Generators.Model;

namespace DslNet.Generators.Analyzers;

/// <summary>A tensor that a file of weights must have for a network: a parameter, or what a layer keeps beside those.</summary>
/// <param name="Node">The number of the layer that it is of.</param>
/// <param name="Name">Its name.</param>
/// <param name="Shape">Its shape.</param>
internal sealed record StoredParameter(int Node, string Name, EquatableArray<int> Shape)
{
    /// <summary>The shape as messages have it.</summary>
    public string ShownShape => string.Join("×", Shape.Select(axis => axis.ToString(CultureInfo.InvariantCulture)));

    /// <summary>What the name ends with: weight, bias.</summary>
    public string Role => Name.Substring(Name.LastIndexOf('.') + 1);

    /// <summary>All of a network, in the order of the layers.</summary>
    public static IReadOnlyList<StoredParameter> Of(NetworkSpec network)
    {
        List<StoredParameter> all = [];
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            NodeSpec node = network.Nodes[i];
            if (node.HasWeightsOfAnother)
                continue;
            string layer = ParameterTable.FileName(node.Path);
            Shape input = network.ShapeOf(node.Inputs[0]);
            foreach (ParameterSpec parameter in node.Layer.Parameters(input))
                all.Add(new(i, $"{layer}.{parameter.Role}", parameter.Shape));
            foreach (StateSpec state in node.Layer.States(input))
                all.Add(new(i, $"{layer}.{state.Role}", new([state.Length])));
        }

        return all;
    }

    public bool HasShape(StoredTensor tensor) => tensor.Shape.Count == Shape.Count && tensor.Shape.Zip(Shape, (stored, own) => stored == own).All(same => same);
}
