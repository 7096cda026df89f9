using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Planning;
using DslNet.Generators.Text;

namespace DslNet.Generators.Emission;

/// <summary>Writes the description of the network: ports, layers with their arguments and parameters, the loss.</summary>
internal static class DescriptionWriter
{
    private const int ArgumentColumns = 100;

    public static void Write(SourceWriter writer, NetworkPlan plan)
    {
        NetworkSpec network = plan.Network;
        writer.Lines(
            "",
            "/// <inheritdoc />",
            "public static global::DslNet.NetworkDescription Declaration { get; } = new(",
            $"\t{Literal.Of(network.Type.PlainName)},",
            $"\t{List(network.Inputs.Select(Port))},",
            $"\t{List(network.Outputs.Select(Port))},",
            "\t[");
        foreach (Parameter parameter in plan.Parameters.Parameters)
            writer.Line($"\t\t{Describe(parameter)},");
        writer.Lines("\t],", $"\tstatic {(plan.Parameters.Parameters.Count > 0 ? "parameters" : "_")} =>", "\t[");
        foreach (NodeSpec node in network.Nodes)
            WriteLayer(writer, plan, node);
        writer.Lines(
            "\t],",
            $"\t{(network.Losses.Count == 0 ? "null" : Describe(network, network.Losses[0]))},",
            $"\tparameterLength: {plan.Parameters.Length}){InitializersOf(plan)};",
            "",
            "/// <inheritdoc />",
            "public global::DslNet.NetworkDescription Description => Declaration;");
    }

    /// <summary>What few networks have.</summary>
    private static string InitializersOf(NetworkPlan plan)
    {
        NetworkSpec network = plan.Network;
        string[] all =
        [
            .. network.HasNamedPorts ? ["HasNamedPorts = true", $"Losses = {List(network.Losses.Select(loss => Describe(network, loss)))}"] : Array.Empty<string>(),
            .. network.IsSequence ? [$"Sequence = {Sequence(plan)}"] : Array.Empty<string>(),
            .. plan.States.Length > 0 ? [$"States = {List(plan.States.States.Select(state => Describe(plan, state)))}"] : Array.Empty<string>(),
        ];
        return all.Length == 0 ? "" : $" {{ {string.Join(", ", all)} }}";
    }

    private static string Sequence(NetworkPlan plan) =>
        $"new(Delay: {plan.Network.Delay}, ReceptiveField: {(plan.Network.ReceptiveField is { } frames ? Literal.Of(frames) : "null")}, StateBytes: {plan.State?.SavedBytes ?? 0})"
        + Properties(plan.State is null ? "HasStreams = false" : null, plan.Network.IsReduced ? "IsReduced = true" : null);

    /// <summary>One line of a layer that learns nothing; of others the arguments have lines of their own.</summary>
    private static void WriteLayer(SourceWriter writer, NetworkPlan plan, NodeSpec node)
    {
        NetworkSpec network = plan.Network;
        string head = $"new({Literal.Of(node.Path)}, {Literal.Of(node.Layer.Attribute)}, {List(node.Inputs.Select(input => Literal.Of(network.PathOf(input))))},";
        string output = $"new({node.Output.ArgumentList})";
        string tail = $"States: {List(plan.States.Of(node.Name).Select(state => Describe(plan, state)))}, MultiplyAdds: {network.MultiplyAddsOf(node)}) {{ Declaration = {Literal.Of(plan.DeclarationOf(node))}{(node.IsFrozen ? ", IsFrozen = true" : "")} }},";
        List<Parameter> parameters = [.. plan.Parameters.Of(node.Name)];
        if (parameters.Count == 0)
        {
            writer.Line($"\t\t{head} {List(node.Layer.DeclaredArguments.Select(Describe))}, {output}, [], {tail}");
            return;
        }

        writer.Line($"\t\t{head}");
        WriteArguments(writer, node.Layer);
        int first = plan.Parameters.Parameters.TakeWhile(parameter => parameter != parameters[0]).Count();
        writer.Line($"\t\t\t{output}, parameters[{first}..{first + parameters.Count}], {tail}");
    }

    /// <summary>As many arguments in a line as fit.</summary>
    private static void WriteArguments(SourceWriter writer, LayerSpec layer)
    {
        writer.Line("\t\t\t[");
        string line = "";
        foreach (string argument in layer.DeclaredArguments.Select(Describe))
        {
            if (line.Length + argument.Length > ArgumentColumns)
            {
                writer.Line("\t\t\t\t" + line.TrimEnd());
                line = "";
            }

            line += argument + ", ";
        }

        writer.Lines("\t\t\t\t" + line.TrimEnd(), "\t\t\t],");
    }

    private static string Describe(NetworkPlan plan, State state) =>
        $"new({Literal.Of(state.Name)}, new({Literal.Of(state.Spec.Length)}), {state.Offset - plan.States.First}, {Literal.Of(state.Spec.InitialValue)})";

    private static string Describe(LayerArgument argument) => $"new({Literal.Of(argument.Name)}, {argument.Value})";

    private static string Describe(NetworkSpec network, LossSpec loss)
    {
        string[] arguments = [.. loss.DeclaredArguments.Select(Describe)];
        return $"new({Literal.Of(loss.Kind)}, {Literal.Of(network.PathOf(loss.Value))}, global::DslNet.LossTarget.{loss.Target}, global::DslNet.Link.{loss.Link})"
            + Properties(
                arguments.Length == 0 ? null : $"Arguments = {List(arguments)}", network.HasNamedPorts ? $"Of = {Literal.Of(loss.Of)}" : null,
                loss.Weight == 1 ? null : $"Weight = {Literal.Of(loss.Weight)}");
    }

    private static string Properties(params string?[] set) => set.OfType<string>().ToArray() is { Length: > 0 } some ? $" {{ {string.Join(", ", some)} }}" : "";

    private static string Port(PortSpec port) => port.Shape.IsOfTokens
        ? $"new({Literal.Of(port.Name)}, new({port.Shape.ArgumentList}), global::DslNet.ElementType.Int32) {{ Vocabulary = {port.Shape.Vocabulary} }}"
        : $"new({Literal.Of(port.Name)}, new({port.Shape.ArgumentList}))";

    private static string Describe(Parameter parameter)
    {
        ParameterSpec spec = parameter.Spec;
        string shape = string.Join(", ", spec.Shape.Select(Literal.Of));
        string layout = $"new(Outputs: {spec.Outputs}, Channels: {spec.Channels}, Positions: {spec.Positions}){Properties(spec.Groups == 1 ? null : $"Groups = {spec.Groups}", spec.Split == 1 ? null : $"Split = {spec.Split}", spec.Gates == 1 ? null : $"Gates = {spec.Gates}", spec.IsByOutput ? "IsByOutput = true" : null)}";
        string value = spec.Initializer is Initializer.Constant or Initializer.Normal or Initializer.Uniform ? $", {Literal.Of(spec.InitialValue)}" : "";
        return $"new({Literal.Of(parameter.Name)}, new({shape}), {parameter.Offset}, {layout}, global::DslNet.Initializer.{spec.Initializer}{value}){Properties(spec.ZeroOutput < 0 ? null : $"ZeroOutput = {spec.ZeroOutput}", spec.Role.Contains('.') ? $"Role = {Literal.Of(spec.Role)}" : null)}";
    }

    private static string List(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";
}
