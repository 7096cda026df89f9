using System.Security;
using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes a property for each layer that learns something: a view of its tensors.</summary>
internal static class LayerProperties
{
    public static void Write(SourceWriter writer, NetworkSpec network)
    {
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            NodeSpec node = network.Nodes[i];
            Shape input = network.ShapeOf(node.Inputs[0]);
            string parameters = NumberText.Counted(network.ParametersOf(node), "parameter"), multiplyAdds = NumberText.Counted(network.MultiplyAddsOf(node), "multiply-add");
            Write(writer, network, node, $": {input} to {node.Output}, {parameters}, {multiplyAdds} per sample", $"field ??= new(this, Declaration.Layers[{i}])");
        }
    }

    /// <summary>The same properties for a network that cannot be built.</summary>
    public static void WriteStubs(SourceWriter writer, NetworkSpec network, string refusal)
    {
        foreach (NodeSpec node in network.Nodes)
            Write(writer, network, node, "", refusal);
    }

    private static void Write(SourceWriter writer, NetworkSpec network, NodeSpec node, string figures, string body)
    {
        // Whether a layer has weights does not depend on shapes, which may be unknown.
        if (node.Layer.View is not { } view || node.HasWeightsOfAnother)
            return;
        string path = node.Path == node.Name ? "" : node.Path + ", ";
        writer.Lines(
            "",
            $"/// <summary>{path}{SecurityElement.Escape(network.DeclarationOf(node))}{figures}.</summary>",
            $"public global::DslNet.{view} {node.Name} => {body};");
    }
}
