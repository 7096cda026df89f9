using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>Joins the layers to a graph: which values does each of them read?</summary>
internal static class LayerGraph
{
    public static void Connect(NetworkDraft draft, ProblemList problems)
    {
        IReadOnlyList<LayerDraft> layers = draft.Layers;
        for (int i = 0; i < layers.Count; i++)
        {
            LayerDraft layer = layers[i];
            string? from = layer.Arguments.String("From");
            int before = Before(draft, i, mustSay: from is null, problems);
            layer.Inputs.Add(from is null ? before : Resolve(draft, i, from, "From", before, problems));

            // An edge that leads nowhere is replaced, so that places in the lists of names and inputs agree.
            for (int j = 0; j < layer.Layer.JoinedNames.Count; j++)
                layer.Inputs.Add(Resolve(draft, i, layer.Layer.JoinedNames[j], Invariant($"Others[{j}]"), before, problems));
        }

        foreach (PortDraft output in draft.Outputs)
            output.Value = ValueOf(draft, output, problems);
        ReportUnused(draft, problems);
    }

    /// <summary>The value that a layer reads which does not say: that of what is written just before it, a layer or an input.</summary>
    private static int Before(NetworkDraft draft, int layer, bool mustSay, ProblemList problems)
    {
        int inputCount = draft.InputCount, before = inputCount + layer - 1;
        if (inputCount == 1)
            return before;
        int[] between = [.. Enumerable.Range(0, inputCount).Where(input => draft.Inputs[input].LayersBefore == layer)];
        if (mustSay && (between.Length > 1 || layer == 0 && between.Length == 0))
        {
            LayerDraft reader = draft.Layers[layer];
            reader.InputsFound = false;
            problems.Add(
                RuleIds.InputNotSaid, reader.Arguments.LocationOf(null),
                [reader.Name, string.Join(" or ", draft.Inputs.Select(input => $"From = \"{input.UsedName}\""))]);
        }

        return between.Length > 0 ? between[between.Length - 1] : layer == 0 ? 0 : before;
    }

    /// <summary>The value that an output is: of the layer that it names, or that is written just before it.</summary>
    private static int ValueOf(NetworkDraft draft, PortDraft output, ProblemList problems)
    {
        IReadOnlyList<LayerDraft> layers = draft.Layers;
        int before = draft.InputCount + (output.Name is null ? layers.Count : Math.Max(output.LayersBefore, 1)) - 1;
        if (output.Arguments.String("From") is not { } from)
            return Math.Min(before, draft.InputCount + Math.Max(layers.Count, 1) - 1);
        string name = IdentifierText.Normalize(from);
        int found = draft.Layers.FindIndex(layer => layer.ReferenceName == name);
        if (found >= 0)
            return draft.InputCount + found;
        problems.Add(RuleIds.UnknownReference, output.Arguments.LocationOf("From"), [output.UsedName, name, string.Join(", ", layers.Select(layer => layer.Name))]);
        return draft.InputCount + layers.Count - 1;
    }

    private static int Resolve(
        NetworkDraft draft, int reader, string name, string argument, int otherwise, ProblemList problems)
    {
        IReadOnlyList<LayerDraft> layers = draft.Layers;
        name = IdentifierText.Normalize(name);
        if (draft.Inputs.FindIndex(input => input.UsedName == name) is var port and >= 0)
            return port;
        if (name == PortSpec.InputName && draft.Inputs.Count == 0)
            return 0;

        int found = -1;
        for (int i = 0; i < layers.Count && found < 0; i++)
        {
            if (layers[i].ReferenceName == name)
                found = i;
        }

        if (found >= 0 && found < reader)
            return draft.InputCount + found;

        LayerDraft layer = layers[reader];
        layer.InputsFound = false;
        string known = KnownNames(draft, reader);
        Location location = layer.Arguments.LocationOf(argument);
        if (found < 0)
            problems.Add(RuleIds.UnknownReference, location, [layer.Name, name, known]);
        else if (found == reader)
            problems.Add(RuleIds.LaterReference, location, [layer.Name, "itself", $"Write one of: {known}"]);
        else
            problems.Add(RuleIds.LaterReference, location, [layer.Name, name, $"Move {name} before {layer.Name}, or write one of: {known}"]);
        return otherwise;
    }

    /// <summary>The names that a layer may refer to.</summary>
    private static string KnownNames(NetworkDraft draft, int count) => string.Join(
        ", ", (draft.Inputs.Count == 0 ? [PortSpec.InputName] : draft.Inputs.Select(input => input.UsedName)).Concat(draft.Layers.Take(count).Select(layer => layer.Name)));

    private static void ReportUnused(NetworkDraft draft, ProblemList problems)
    {
        IReadOnlyList<LayerDraft> layers = draft.Layers;
        int inputCount = draft.InputCount;
        var used = new HashSet<int>(layers.SelectMany(layer => layer.Inputs));
        if (draft.Outputs.Count == 0)
            used.Add(inputCount + layers.Count - 1);
        used.UnionWith(draft.Outputs.Select(output => output.Value));
        // A name that was not found may have meant any of them.
        bool doubtful = layers.Any(layer => !layer.InputsFound);
        for (int i = 0; i < layers.Count; i++)
        {
            if (used.Contains(inputCount + i))
                continue;
            if (doubtful)
                problems.LeaveOut(RuleIds.OutputUnused);
            else
                problems.Add(RuleIds.OutputUnused, layers[i].Arguments.LocationOf(null), [layers[i].Name]);
        }

        // One input is read by the first layer, or by none, which is reported of the layers.
        for (int i = 0; i < inputCount && inputCount > 1 && layers.Count > 0; i++)
        {
            if (used.Contains(i))
                continue;
            if (doubtful)
                problems.LeaveOut(RuleIds.InputUnused);
            else
                problems.Add(RuleIds.InputUnused, draft.Inputs[i].Arguments.LocationOf(null), [draft.Inputs[i].UsedName]);
        }
    }
}
