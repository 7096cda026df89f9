using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>All parameters of a network, one after the other in the order of the layers, each at a 64-byte boundary.</summary>
internal sealed class ParameterTable
{
    private const int Boundary = 16;

    private readonly List<Parameter> _parameters = [];
    private readonly Dictionary<(string Layer, string Role), Parameter> _byLayer = [];

    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>Floats of all of them, zeros between included.</summary>
    public int Length { get; private set; }

    /// <summary>The parameter of a layer by its role, or null if the layer has none of it.</summary>
    public Parameter? Find(string layer, string role) => _byLayer.TryGetValue((layer, role), out Parameter? known) ? known : null;

    /// <summary>The parameters of a layer, in the order in which they are stored.</summary>
    public IEnumerable<Parameter> Of(string layer) =>
        _byLayer.Where(entry => entry.Key.Layer == layer).Select(entry => entry.Value).OrderBy(parameter => parameter.Offset);

    /// <summary>Floats of one layer's parameters, zeros included.</summary>
    public long LengthOf(string layer) => Of(layer).Sum(parameter => (long)Stored(parameter.Spec));

    /// <summary>The parameter of a layer by its role, added when it is first asked for.</summary>
    public Parameter Get(string layer, ParameterSpec spec)
    {
        string name = FileName(layer) + "." + spec.Role;
        if (_byLayer.TryGetValue((layer, spec.Role), out Parameter? known))
        {
            return known.Spec == spec
                ? known
                : throw new InvalidOperationException($"{name} is laid out as {known.Spec} in one program and as {spec} in another.");
        }

        Parameter added = new(name, spec, Length);
        _parameters.Add(added);
        _byLayer.Add((layer, spec.Role), added);
        Length += Stored(spec);
        return added;
    }

    private static int Stored(ParameterSpec spec) => (spec.StorageLength + Boundary - 1) / Boundary * Boundary;

    /// <summary>A layer's name in files: as declared, but beginning with a small letter, as PyTorch's modules are named.</summary>
    public static string FileName(string layer) => char.ToLowerInvariant(layer[0]) + layer.Substring(1);
}
