using DslNet.Generators.Layers.Joins;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Joins the layers to a graph: which values does each of them read?</summary>
internal sealed class LayerGraph
{
    private readonly NetworkDraft _draft;
    private readonly List<LayerDraft> _layers;
    private readonly ProblemList _problems;
    private readonly List<BlockDraft> _uses = [];

    private LayerGraph(NetworkDraft draft, ProblemList problems)
    {
        (_draft, _layers, _problems) = (draft, draft.Layers, problems);
        for (int i = 0; i < _layers.Count; i++)
            _layers[i].Value = InputCount + i;
    }

    /// <summary>The number of input ports, which are the first values.</summary>
    private int InputCount => _draft.InputCount;

    public static void Connect(NetworkDraft draft, ProblemList problems)
    {
        LayerGraph graph = new(draft, problems);
        graph.Connect(draft.Scope, 0);
        foreach (PortDraft output in draft.Outputs)
            output.Value = graph.ValueOf(output);
        graph.ReportUnused();
    }

    /// <summary>The names that an attribute may refer to.</summary>
    private string KnownNames(LayerScope scope, int count) => string.Join(
        ", ", InputsOf(scope).Concat(scope.Members.Take(count).Select(member => member.ReferenceName)));

    /// <summary>What the first values are called: a block reads one.</summary>
    private IEnumerable<string> InputsOf(LayerScope scope) =>
        scope != _draft.Scope || _draft.Inputs.Count == 0 ? [PortSpec.InputName] : _draft.Inputs.Select(input => input.UsedName);

    /// <summary>The value that what does not say reads: of what is written just before it, a layer or an input.</summary>
    private int Before(LayerScope scope, ScopeMember member, int before, bool mustSay, ref bool found)
    {
        if (InputCount == 1 || scope != _draft.Scope)
            return before;
        bool isFirst = member == scope.Members[0];
        int place = member is BlockDraft use ? LayersOf(use).Select(inner => inner.Value - InputCount).DefaultIfEmpty(-1).Min() : member.Value - InputCount;
        int[] between = [.. Enumerable.Range(0, InputCount).Where(input => _draft.Inputs[input].LayersBefore == place)];

        // Of inputs in a row, a layer can mean those only that it can read.
        if (member is LayerDraft { Layer.ReadsTokens: var readsTokens } && between.Any(input => _draft.Inputs[input].IsOfTokens == readsTokens))
            between = [.. between.Where(input => _draft.Inputs[input].IsOfTokens == readsTokens)];
        if (mustSay && (between.Length > 1 || isFirst && between.Length == 0))
        {
            found = false;
            _problems.Add(
                RuleIds.InputNotSaid, member.Arguments.LocationOf(null),
                [member.ReferenceName, string.Join(" or ", _draft.Inputs.Select(input => $"From = \"{input.UsedName}\""))]);
        }

        return between.Length > 0 ? between[between.Length - 1] : isFirst ? 0 : before;
    }

    /// <summary>The value that an output is: of what it names, or what is written just before it.</summary>
    private int ValueOf(PortDraft output)
    {
        int before = InputCount + (output.Name is null ? _layers.Count : Math.Max(output.LayersBefore, 1)) - 1;
        if (output.Arguments.String("From") is not { } from)
            return Math.Min(before, InputCount + Math.Max(_layers.Count, 1) - 1);
        string name = IdentifierText.Normalize(from);
        if (_draft.Scope.Members.FirstOrDefault(member => member.IsCalled(name)) is { } named)
            return named.Value;
        _problems.Add(
            RuleIds.UnknownReference, output.Arguments.LocationOf("From"),
            [output.UsedName, name, string.Join(", ", _draft.Scope.Members.Select(member => member.ReferenceName))]);
        return InputCount + _layers.Count - 1;
    }

    /// <summary>Connects a scope whose first layer reads a value.</summary>
    /// <returns>The value that its last layer produces.</returns>
    private int Connect(LayerScope scope, int input)
    {
        int before = input;
        for (int i = 0; i < scope.Members.Count; i++)
        {
            ScopeMember member = scope.Members[i];
            bool found = true;
            string? from = member.Arguments.String("From");
            before = Before(scope, member, before, mustSay: from is null, ref found);
            int read = from is null ? before : Resolve(from, "From");
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

            before = member.Value;

            int Resolve(string name, string argument)
            {
                name = IdentifierText.Normalize(name);
                if (InputsOf(scope).ToList().IndexOf(name) is var port and >= 0)
                    return scope == _draft.Scope ? port : input;
                if (scope.Members.Take(i).FirstOrDefault(other => other.IsCalled(name)) is { } known)
                    return known.Value;
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
            sum.Layer = new ElementwiseJoinLayer("Add", new([read < InputCount ? InputsOf(_draft.Scope).ElementAt(read) : _layers[read - InputCount].Path]));
            sum.Inputs.Add(output);
            sum.Inputs.Add(use.Projection is { } between ? between.Value : read);
            output = sum.Value;
        }

        use.Value = output;
        _uses.Add(use);

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

    private bool IsOfUse(int value) => _uses.Exists(use => use.Value == value);

    private void ReportUnused()
    {
        bool[] used = new bool[InputCount + Math.Max(_layers.Count, 1)];
        foreach (LayerDraft layer in _layers)
        {
            foreach (int value in layer.Inputs)
                used[value] = true;
        }

        if (_draft.Outputs.Count == 0)
            used[InputCount + _layers.Count - 1] = true;
        foreach (PortDraft output in _draft.Outputs)
            used[output.Value] = true;

        // A name that was not found may have meant any of them.
        bool doubtful = _layers.Exists(static layer => !layer.InputsFound);
        foreach (LayerDraft layer in _layers)
        {
            if (used[layer.Value])
                continue;

            // What a block produces is for its user to read; what a layer in it produces, for the block.
            if (doubtful)
                _problems.LeaveOut(RuleIds.OutputUnused);
            else if (IsOfUse(layer.Value))
                _problems.Add(RuleIds.OutputUnused, layer.Arguments, null, [layer.Path]);
            else
                layer.Arguments.Tell(_problems, RuleIds.OutputUnused, null, layer.Path);
        }

        // One input is read by the first layer, or by none, which is reported of the layers.
        for (int i = 0; i < InputCount && InputCount > 1 && _layers.Count > 0; i++)
        {
            if (used[i])
                continue;
            if (doubtful)
                _problems.LeaveOut(RuleIds.InputUnused);
            else
                _problems.Add(RuleIds.InputUnused, _draft.Inputs[i].Arguments.LocationOf(null), [_draft.Inputs[i].UsedName]);
        }
    }
}
