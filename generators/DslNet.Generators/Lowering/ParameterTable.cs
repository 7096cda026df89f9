using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Lowering;

/// <summary>All parameters of a network, one after the other in the order of the layers, each at a 64-byte boundary.</summary>
internal sealed class ParameterTable
{
    private const int Boundary = 16;

    private readonly List<Parameter> _parameters = [];
    private readonly Dictionary<(string Layer, string Role), Parameter> _byLayer = [];

    private ParameterTable()
    {
    }

    public IReadOnlyList<Parameter> Parameters => _parameters;

    /// <summary>Floats of all of them, zeros between included.</summary>
    public int Length { get; private set; }

    /// <param name="network">The network.</param>
    /// <param name="uses">Who reads what: what follows a layer decides how its weights start.</param>
    /// <param name="layouts">How a layer's input is stored: its weights follow that.</param>
    public static ParameterTable Of(NetworkSpec network, ValueUses uses, LayoutPlan layouts)
    {
        ParameterTable table = new();
        foreach (NodeSpec node in network.Nodes)
        {
            if (node.HasWeightsOfAnother)
            {
                foreach (Parameter parameter in table.Of(node.WeightsOf!).ToList())
                    table._byLayer.Add((node.Name, parameter.Spec.Role), parameter);
                continue;
            }

            bool rectified = uses.ReadersOf(uses.ValueOf(node)).Any(reader => network.Nodes[reader].Layer.IsRectifier);
            foreach (ParameterSpec parameter in node.Layer.Parameters(network.ShapeOf(node.Inputs[0])))
                table.Add(node, Started(node.Layer.AsStored(parameter, layouts.Of(node.Inputs[0])), rectified));
        }

        return table;
    }

    /// <summary>The parameter of a layer by its role, or null if the layer has none of it.</summary>
    public Parameter? Find(string layer, string role) => _byLayer.TryGetValue((layer, role), out Parameter? known) ? known : null;

    /// <summary>The parameter of a layer by its role.</summary>
    public Parameter Get(string layer, string role) =>
        Find(layer, role) ?? throw new ArgumentException($"{layer} has no {role}.", nameof(role));

    /// <summary>The parameters of a layer, in the order in which they are stored.</summary>
    public IEnumerable<Parameter> Of(string layer) =>
        _byLayer.Where(entry => entry.Key.Layer == layer).Select(entry => entry.Value).OrderBy(parameter => parameter.Offset);

    /// <summary>Floats of one layer's parameters, zeros included.</summary>
    public long LengthOf(string layer) => Of(layer).Sum(parameter => (long)Stored(parameter.Spec));

    /// <summary>A layer's name in files: as declared, but each part of its path begins with a small letter, as PyTorch's modules are named.</summary>
    public static string FileName(string path)
    {
        char[] letters = path.ToCharArray();
        for (int i = 0; i < letters.Length; i++)
            letters[i] = FileLetter(path, i);
        return new string(letters);
    }

    /// <summary>A letter of a path in files: the first of each name is small.</summary>
    public static char FileLetter(string path, int i) => i == 0 || path[i - 1] == '.' ? char.ToLowerInvariant(path[i]) : path[i];

    /// <summary>Resolves the default initialiser: He before the ReLU family, Glorot otherwise.</summary>
    private static ParameterSpec Started(ParameterSpec parameter, bool rectified) => parameter.Initializer == Initializer.Default
        ? parameter with { Initializer = rectified ? Initializer.HeNormal : Initializer.GlorotUniform }
        : parameter;

    private void Add(NodeSpec node, ParameterSpec spec)
    {
        Parameter added = new(FileName(node.Path) + "." + spec.Role, spec, Length);
        _parameters.Add(added);
        _byLayer.Add((node.Name, spec.Role), added);
        Length += Stored(spec);
    }

    private static int Stored(ParameterSpec spec) => (spec.StorageLength + Boundary - 1) / Boundary * Boundary;
}
