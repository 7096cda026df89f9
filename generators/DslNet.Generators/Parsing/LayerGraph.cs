using DslNet.Generators.Layers.Joins;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Joins the layers to a graph: which values does each of them read?</summary>
internal sealed class LayerGraph
{
    /// <summary>The number of input ports, which are the first values.</summary>
    private const int InputCount = 1;

    private readonly IReadOnlyList<LayerDraft> _layers;
    private readonly ProblemList _problems;
    private readonly Dictionary<LayerDraft, int> _values = [];
    private readonly Dictionary<BlockDraft, int> _outputs = [];

    private LayerGraph(IReadOnlyList<LayerDraft> layers, ProblemList problems)
    {
        (_layers, _problems) = (layers, problems);
        for (int i = 0; i < layers.Count; i++)
            _values.Add(layers[i], InputCount + i);
    }

    public static void Connect(LayerScope scope, IReadOnlyList<LayerDraft> layers, ProblemList problems)
    {
        LayerGraph graph = new(layers, problems);
        graph.Connect(scope, 0);
        graph.ReportUnused();
    }

    /// <summary>The names that an attribute may refer to.</summary>
    public static string KnownNames(LayerScope scope, int count) =>
        string.Join(", ", scope.Members.Take(count).Select(member => member.ReferenceName).Prepend(PortSpec.InputName));

    /// <summary>Connects a scope whose first layer reads a value.</summary>
    /// <returns>The value that its last layer produces.</returns>
    private int Connect(LayerScope scope, int input)
    {
        int before = input;
        for (int i = 0; i < scope.Members.Count; i++)
        {
            ScopeMember member = scope.Members[i];
            bool found = true;
            int read = member.Arguments.String("From") is { } from ? Resolve(from, "From") : before;
            if (member is LayerDraft layer)
            {
                layer.Inputs.Add(read);

                // An edge that leads nowhere is replaced, so that places in the lists of names and inputs agree.
                for (int j = 0; j < layer.Layer.JoinedNames.Count; j++)
                    layer.Inputs.Add(Resolve(layer.Layer.JoinedNames[j], Invariant($"Others[{j}]")));
                layer.InputsFound = found;
            }
            else
            {
                Connect((BlockDraft)member, read, found);
            }

            before = ValueOf(member);

            int Resolve(string name, string argument)
            {
                name = IdentifierText.Normalize(name);
                if (name == PortSpec.InputName)
                    return input;
                if (scope.Members.Take(i).FirstOrDefault(other => other.IsCalled(name)) is { } known)
                    return ValueOf(known);
                found = false;
                ReportReference(scope, i, name, argument);
                return before;
            }
        }

        return before;
    }

    private void Connect(BlockDraft use, int read, bool found)
    {
        int output = Connect(use.Inner, read);
        if (use.Projection is { } projection)
            projection.Inputs.Add(read);
        if (use.Sum is { } sum)
        {
            sum.Layer = new ElementwiseJoinLayer("Add", new([read == 0 ? PortSpec.InputName : _layers[read - InputCount].Path]));
            sum.Inputs.Add(output);
            sum.Inputs.Add(use.Projection is { } between ? _values[between] : read);
            output = _values[sum];
        }

        _outputs.Add(use, output);

        // What the block reads is doubtful: so is all that is in it.
        if (!found)
        {
            foreach (LayerDraft layer in LayersOf(use))
                layer.InputsFound = false;
        }
    }

    private static IEnumerable<LayerDraft> LayersOf(BlockDraft use) => use.Inner.Members
        .SelectMany(member => member is BlockDraft inner ? LayersOf(inner) : [(LayerDraft)member])
        .Concat(new[] { use.Projection, use.Sum }.OfType<LayerDraft>());

    private int ValueOf(ScopeMember member) => member is LayerDraft layer ? _values[layer] : _outputs[(BlockDraft)member];

    private void ReportReference(LayerScope scope, int reader, string name, string argument)
    {
        ScopeMember member = scope.Members[reader];
        string known = KnownNames(scope, reader);
        if (!scope.Members.Any(other => other.IsCalled(name)))
            member.Arguments.Tell(_problems, RuleIds.UnknownReference, argument, member.Path, name, known);
        else if (member.IsCalled(name))
            member.Arguments.Tell(_problems, RuleIds.LaterReference, argument, member.Path, "itself", $"Write one of: {known}");
        else
            member.Arguments.Tell(_problems, RuleIds.LaterReference, argument, member.Path, name, $"Move {name} before {member.ReferenceName}, or write one of: {known}");
    }

    private void ReportUnused()
    {
        var used = new HashSet<int>(_layers.SelectMany(layer => layer.Inputs)) { InputCount + _layers.Count - 1 };

        // A name that was not found may have meant any of them.
        bool doubtful = _layers.Any(layer => !layer.InputsFound);
        HashSet<int> outputs = [.. _outputs.Values];
        foreach (LayerDraft layer in _layers.Where(layer => !used.Contains(_values[layer])))
        {
            // What a block produces is for its user to read; what a layer in it produces, for the block.
            if (doubtful)
                _problems.LeaveOut(RuleIds.OutputUnused);
            else if (outputs.Contains(_values[layer]))
                _problems.Add(RuleIds.OutputUnused, layer.Arguments, null, [layer.Path]);
            else
                layer.Arguments.Tell(_problems, RuleIds.OutputUnused, null, layer.Path);
        }
    }
}
