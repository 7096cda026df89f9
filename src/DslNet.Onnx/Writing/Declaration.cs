namespace DslNet.Onnx.Writing;

/// <summary>The attributes of a network: a line for each stage, which begins with a layer that has weights, a join, or a branch.</summary>
internal static class Declaration
{
    public static IReadOnlyList<string> Write(LayerNetwork network, NetworkNames names)
    {
        List<List<string>> lines = [.. network.Inputs.Select(input => new List<string>
        {
            Attribute(input.Vocabulary > 0 ? "Tokens" : network.IsSequence ? "Sequence" : "Input", [.. Shape(input), .. names.HasNamedPorts ? [$"Name = {Argument.Of(names.Of(input))}"] : Array.Empty<string>()]),
        })];
        HashSet<string> named = ReferredTo(network, names);
        string? previous = network.Inputs.Count == 1 ? network.Inputs[0].Value : null;
        foreach (Layer written in network.Layers)
        {
            Layer layer = InOrder(written, previous);
            bool isBranch = layer.Reads[0] != previous;
            if (layer.Parameters.Count > 0 || layer.IsJoin || isBranch || lines.Count == network.Inputs.Count)
                lines.Add([]);
            List<string> arguments = [.. layer.Reads.Skip(1).Select(value => Argument.Of(names.Reference(value))), .. layer.Arguments];
            if (isBranch)
                arguments.Add($"From = {Argument.Of(names.Reference(layer.Reads[0]))}");
            if (named.Contains(layer.Writes))
                arguments.Add($"Name = {Argument.Of(names.Reference(layer.Writes))}");
            lines[^1].Add(Attribute(layer.Attribute, arguments));
            previous = layer.Writes;
        }

        if (names.HasNamedPorts)
        {
            lines.AddRange(network.Outputs.Select(output => new List<string>
            {
                Attribute("Output", [Argument.Of(names.Of(output)), $"From = {Argument.Of(names.Reference(output.Value))}"]),
            }));
        }

        return [.. lines.Select(line => $"[{string.Join(", ", line)}]")];
    }

    private static IEnumerable<string> Shape(Port input) =>
        input.Vocabulary > 0 ? [Argument.Of(input.Vocabulary), .. Argument.Named("Length", input.Sample[0], 1)] : input.Sample.Select(axis => Argument.Of(axis));

    /// <summary>Sums and products read what stands before them first: then nothing has to be said.</summary>
    private static Layer InOrder(Layer layer, string? previous) => layer.Attribute is "Add" or "Multiply" && previous is not null && layer.Reads.Contains(previous)
        ? layer with { Reads = [previous, .. layer.Reads.Where(value => value != previous), .. layer.Reads.Where(value => value == previous).Skip(1)] }
        : layer;

    /// <summary>The values that are read by name.</summary>
    private static HashSet<string> ReferredTo(LayerNetwork network, NetworkNames names)
    {
        var values = new HashSet<string>(StringComparer.Ordinal);
        string? previous = network.Inputs.Count == 1 ? network.Inputs[0].Value : null;
        foreach (Layer layer in network.Layers.Select(layer => layer))
        {
            Layer ordered = InOrder(layer, previous);
            values.UnionWith(ordered.Reads.Skip(ordered.Reads[0] == previous ? 1 : 0));
            previous = layer.Writes;
        }

        if (names.HasNamedPorts)
            values.UnionWith(network.Outputs.Select(output => output.Value));
        return values;
    }

    private static string Attribute(string name, IReadOnlyCollection<string> arguments) => arguments.Count == 0 ? name : $"{name}({string.Join(", ", arguments)})";
}
