using DslNet.Generators.Model;
using DslNet.Generators.Operations;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes a property for each layer that learns something.</summary>
internal static class LayerProperties
{
    private const string Layer = "global::DslNet.WeightedLayer";

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        foreach (NodeSpec node in plan.Network.Nodes)
        {
            if (Tensor(plan, node, "weight") is not { } weight)
                continue;
            Shape input = plan.Network.ShapeOf(node.Inputs[0]);
            string parameters = NumberText.Counted(plan.Network.ParametersOf(node), "parameter"), multiplyAdds = NumberText.Counted(plan.Network.MultiplyAddsOf(node), "multiply-add");
            writer.Lines(
                "",
                $"/// <summary>{System.Security.SecurityElement.Escape(plan.Network.DeclarationOf(node))}: {input} to {node.Output}, {parameters}, {multiplyAdds} a sample.</summary>",
                $"public {Layer} {node.Name} => field ??= new({Literal.Of(node.Name)}, {weight}, {Tensor(plan, node, "bias") ?? "null"});");
        }
    }

    /// <summary>The same properties for a network that cannot be built.</summary>
    public static void WriteStubs(SourceWriter writer, NetworkSpec network, string refusal)
    {
        // Every layer that may have weights: whether it has does not depend on shapes.
        foreach (NodeSpec node in network.Nodes.Where(node => node.Layer.HasParameters))
        {
            writer.Lines(
                "",
                $"/// <summary>{System.Security.SecurityElement.Escape(network.DeclarationOf(node))}.</summary>",
                $"public {Layer} {node.Name} => {refusal};");
        }
    }

    /// <summary>A layer's parameter by its role; null if it has none.</summary>
    private static string? Tensor(NetworkPlan plan, NodeSpec node, string role) =>
        plan.Parameters.Find(node.Name, role) is { } parameter ? $"new(this, Declaration.Parameters[{plan.Parameters.IndexOf(parameter)}])" : null;
}
