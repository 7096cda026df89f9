using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>Who reads which value. Values are numbered: the inputs first, then one a layer.</summary>
internal sealed class ValueUses
{
    private readonly NetworkSpec _network;
    private readonly int[][] _readers;
    private readonly Dictionary<string, int> _indices = new(StringComparer.Ordinal);

    private ValueUses(NetworkSpec network)
    {
        _network = network;
        List<int>[] readers = [.. Enumerable.Range(0, network.ValueCount).Select(_ => new List<int>())];
        for (int i = 0; i < network.Nodes.Count; i++)
        {
            _indices.Add(network.Nodes[i].Name, i);
            foreach (int input in network.Nodes[i].Inputs.Distinct())
                readers[input].Add(i);
        }

        _readers = [.. readers.Select(list => list.ToArray())];
    }

    public static ValueUses Of(NetworkSpec network) => new(network);

    /// <summary>A layer by its name.</summary>
    public NodeSpec NodeOf(string layer) => _network.Nodes[_indices[layer]];

    /// <summary>The index of a layer, in the order of declaration.</summary>
    public int IndexOf(NodeSpec node) => _indices.TryGetValue(node.Name, out int index)
        ? index
        : throw new ArgumentException($"{node.Name} is not a layer of this network.", nameof(node));

    /// <summary>What a layer computes.</summary>
    public int ValueOf(NodeSpec node) => _network.InputCount + IndexOf(node);

    /// <summary>The indices of the layers that read a value.</summary>
    public IReadOnlyList<int> ReadersOf(int value) => _readers[value];

    /// <summary>The only layer that reads a value; null if there are several, or if the value leaves the network or a loss is computed from it.</summary>
    public NodeSpec? OnlyReaderOf(int value) => _readers[value] is [int reader] && !_network.Leaves(value) ? _network.Nodes[reader] : null;
}
