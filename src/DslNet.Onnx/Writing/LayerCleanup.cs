namespace DslNet.Onnx.Writing;

/// <summary>Takes layers out that give a value a shape which the next one takes away again.</summary>
internal static class LayerCleanup
{
    /// <param name="network">The network.</param>
    public static LayerNetwork Run(LayerNetwork network)
    {
        var inputs = network.Inputs.ToDictionary(input => input.Value, input => input.Sample, StringComparer.Ordinal);
        Dictionary<string, Layer> producers = network.Layers.ToDictionary(layer => layer.Writes, StringComparer.Ordinal);
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        List<Layer> kept = [];
        foreach (Layer layer in network.Layers)
        {
            Layer current = layer with { Reads = [.. layer.Reads.Select(SourceOf)] };
            if (IsReshaping(current))
            {
                while (producers.TryGetValue(current.Reads[0], out Layer? before) && IsReshaping(before))
                    current = current with { Reads = [before.Reads[0]] };
                IReadOnlyList<int>? shape = producers.TryGetValue(current.Reads[0], out Layer? producer) ? producer.Output : inputs.GetValueOrDefault(current.Reads[0]);
                if (shape?.SequenceEqual(current.Output) == true)
                {
                    sources[current.Writes] = current.Reads[0];
                    continue;
                }
            }

            kept.Add(current);
            producers[current.Writes] = current;
        }

        Port[] outputs = [.. network.Outputs.Select(output => output with { Value = SourceOf(output.Value) })];
        var read = new HashSet<string>(outputs.Select(output => output.Value), StringComparer.Ordinal);
        List<Layer> needed = [];
        foreach (Layer layer in Enumerable.Reverse(kept).Where(layer => read.Contains(layer.Writes)))
        {
            needed.Insert(0, layer);
            read.UnionWith(layer.Reads);
        }

        return network with { Layers = needed, Outputs = outputs };

        string SourceOf(string value) => sources.GetValueOrDefault(value, value);
    }

    private static bool IsReshaping(Layer layer) => layer.Attribute is "Flatten" or "Reshape";
}
