using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes the description of the network: ports, layers, parameters and where they lie.</summary>
internal static class DescriptionWriter
{
    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        NetworkSpec network = plan.Network;
        writer.Lines(
            "",
            "/// <inheritdoc />",
            "public static global::DslNet.NetworkDescription Declaration { get; } = new(",
            $"\t{Literal.Of(network.Type.PlainName)},",
            $"\t[{string.Join(", ", network.Inputs.Select(input => Port(input.Name, input.Shape)))}],",
            $"\t[{Port("Output", network.ShapeOf(network.OutputValue))}],",
            "\t[");
        foreach (NodeSpec node in network.Nodes)
            writer.Line($"\t\tnew({Literal.Of(node.Name)}, {Literal.Of(network.DeclarationOf(node))}, new({node.Output.ArgumentList}), {network.ParametersOf(node)}, {network.MultiplyAddsOf(node)}),");

        writer.Lines("\t],", "\t[");
        foreach (Parameter parameter in plan.Parameters.Parameters)
            writer.Line($"\t\t{Describe(parameter)},");
        writer.Lines(
            "\t],",
            $"\tglobal::DslNet.Loss.{network.Loss?.Kind ?? "None"},",
            $"\tParameterLength: {plan.Parameters.Length});",
            "",
            "/// <inheritdoc />",
            "public global::DslNet.NetworkDescription Description => Declaration;");
    }

    private static string Port(string name, Shape shape) => $"new({Literal.Of(name)}, new({shape.ArgumentList}))";

    private static string Describe(Parameter parameter)
    {
        ParameterSpec spec = parameter.Spec;
        string shape = string.Join(", ", spec.Shape.Select(Literal.Of));
        string layout = $"new(Outputs: {spec.Outputs}, Channels: {spec.Channels}, Positions: {spec.Positions})";
        string value = spec.Initializer == InitializerKind.Constant ? $", {Literal.Of(spec.InitialValue)}" : "";
        return $"new({Literal.Of(parameter.Name)}, new({shape}), {parameter.Offset}, {layout}, global::DslNet.Initializer.{spec.Initializer}{value})";
    }
}
