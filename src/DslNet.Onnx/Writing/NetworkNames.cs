using System.Globalization;
using DslNet.Onnx.Graphs;

namespace DslNet.Onnx.Writing;

/// <summary>Names that DslNet gives layers, by kind and number, and those that are written because others refer to them.</summary>
internal sealed class NetworkNames
{
    private readonly Dictionary<string, string> _references = new(StringComparer.Ordinal);
    private readonly Dictionary<Port, string> _ports = [];
    private readonly HashSet<string> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly string[] _layers;

    public NetworkNames(LayerNetwork network)
    {
        HasNamedPorts = network.Inputs.Count > 1 || network.Outputs.Count > 1;
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        _layers = [.. network.Layers.Select(layer =>
        {
            counts[layer.Kind] = counts.GetValueOrDefault(layer.Kind) + 1;
            return string.Create(CultureInfo.InvariantCulture, $"{layer.Kind}{counts[layer.Kind]}");
        })];
        _taken.UnionWith(_layers);
        _taken.UnionWith(network.Methods.Select(method => method.Name));
        _taken.UnionWith(["Input", "Output", "Parameters", "Gradients", "Seed", "Description", "Predict", "Save", "Load"]);
        for (int i = 0; i < _layers.Length; i++)
            _references[network.Layers[i].Writes] = _layers[i];
        foreach (Port input in network.Inputs)
            _references[input.Value] = HasNamedPorts ? _ports[input] = Unique(input.Name, "input") : "Input";
        foreach (Port output in network.Outputs)
            _ports[output] = Unique(output.Name, "output");
    }

    /// <summary>Whether inputs and outputs are written with their names.</summary>
    public bool HasNamedPorts { get; }

    /// <summary>The name by which others refer to a value.</summary>
    public string Reference(string value) => _references[value];

    /// <summary>The name of an input or an output.</summary>
    public string Of(Port port) => _ports[port];

    /// <summary>The name of a layer's tensor in files.</summary>
    public string File(int layer, string suffix) => $"{char.ToLowerInvariant(_layers[layer][0])}{_layers[layer][1..]}.{suffix}";

    /// <summary>The name of a layer in files.</summary>
    public string Layer(int layer) => _layers[layer];

    private string Unique(string name, string otherwise)
    {
        string letters = Names.Identifier(name) ?? otherwise;
        string wanted = char.IsAsciiDigit(letters[0]) ? otherwise + letters : letters, free = wanted;
        for (int i = 2; !_taken.Add(free); i++)
            free = string.Create(CultureInfo.InvariantCulture, $"{wanted}_{i}");
        return free;
    }
}
