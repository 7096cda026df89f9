using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>All states of a network, one after the other in the order of the layers, each at a 64-byte boundary behind the parameters.</summary>
internal sealed class StateTable
{
    private const int Boundary = 16;

    private readonly List<State> _states = [];
    private readonly Dictionary<(string Layer, string Role), State> _byLayer = [];

    private StateTable(int first) => First = first;

    public IReadOnlyList<State> States => _states;

    /// <summary>Where the first one begins: behind the last parameter.</summary>
    public int First { get; }

    /// <summary>Floats of all of them, zeros between included.</summary>
    public int Length { get; private set; }

    /// <param name="network">The network.</param>
    /// <param name="parameters">Its parameters, which are stored before.</param>
    public static StateTable Of(NetworkSpec network, ParameterTable parameters)
    {
        StateTable table = new(parameters.Length);
        foreach (NodeSpec node in network.Nodes)
        {
            foreach (StateSpec state in node.Layer.States(network.ShapeOf(node.Inputs[0])))
            {
                if (node.HasWeightsOfAnother)
                    table._byLayer.Add((node.Name, state.Role), table.Get(node.WeightsOf!, state.Role));
                else
                    table.Add(node, state);
            }
        }

        return table;
    }

    /// <summary>The state of a layer by its role.</summary>
    public State Get(string layer, string role) =>
        _byLayer.TryGetValue((layer, role), out State? known) ? known : throw new ArgumentException($"{layer} has no {role}.", nameof(role));

    /// <summary>The states of a layer, in the order in which they are stored.</summary>
    public IEnumerable<State> Of(string layer) => _byLayer.Where(entry => entry.Key.Layer == layer).Select(entry => entry.Value).OrderBy(state => state.Offset);

    private void Add(NodeSpec node, StateSpec spec)
    {
        State added = new(ParameterTable.FileName(node.Path) + "." + spec.Role, spec, First + Length);
        _states.Add(added);
        _byLayer.Add((node.Name, spec.Role), added);
        Length += (spec.StorageLength + Boundary - 1) / Boundary * Boundary;
    }
}
