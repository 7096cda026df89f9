namespace DslNet.Generators.Tests.Oracle;

/// <summary>Writes a network as it is declared.</summary>
internal static class NetworkText
{
    public static string Class(string name, OracleNetwork network) =>
        $"/// <summary>A network.</summary>\n[Network]\n{Attributes(network)}\npublic sealed partial class {name};\n";

    public static string Attributes(OracleNetwork network)
    {
        HashSet<int> named = [];
        for (int i = 0; i < network.Layers.Count; i++)
        {
            OracleLayer layer = network.Layers[i];
            named.UnionWith(layer.IsJoin ? layer.Inputs.Skip(1) : []);
            if (layer.Inputs[0] != i)
                named.Add(layer.Inputs[0]);
        }

        var attributes = new List<string> { $"Input({network.Input.Arguments}{(network.InputGradient ? ", Gradient = true" : "")})" };
        for (int i = 0; i < network.Layers.Count; i++)
        {
            OracleLayer layer = network.Layers[i];
            string[] arguments =
            [
                .. layer.Arguments,
                .. layer.IsJoin ? layer.Inputs.Skip(1).Select(value => $"\"{Name(value)}\"") : [],
                .. named.Contains(i + 1) ? [$"Name = \"{Name(i + 1)}\""] : Array.Empty<string>(),
                .. layer.Inputs[0] != i ? [$"From = \"{Name(layer.Inputs[0])}\""] : Array.Empty<string>(),
            ];

            // Positional arguments come before named ones.
            attributes.Add(Attribute(layer.Kind, arguments.OrderBy(argument => argument.Contains(" = ", StringComparison.Ordinal))));
        }

        if (network.Loss is { } loss)
            attributes.Add(Attribute(loss.Kind, loss.Argument is { } argument ? [argument] : []));
        return $"[{string.Join(", ", attributes)}]";
    }

    private static string Name(int value) => value == 0 ? "Input" : "Value" + value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Attribute(string kind, IEnumerable<string> arguments) =>
        arguments.Any() ? $"{kind}({string.Join(", ", arguments)})" : kind;
}
