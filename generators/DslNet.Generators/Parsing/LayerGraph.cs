using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>Joins the layers to a graph: which values does each of them read?</summary>
internal static class LayerGraph
{
    /// <summary>The number of input ports, which are the first values.</summary>
    private const int InputCount = 1;

    public static void Connect(IReadOnlyList<LayerDraft> layers, ProblemList problems)
    {
        for (int i = 0; i < layers.Count; i++)
        {
            LayerDraft layer = layers[i];
            int before = InputCount + i - 1;
            layer.Inputs.Add(layer.Arguments.String("From") is { } from
                ? Resolve(layers, i, from, "From", before, problems)
                : before);

            // An edge that leads nowhere is replaced, so that places in the lists of names and inputs agree.
            for (int j = 0; j < layer.Layer.JoinedNames.Count; j++)
                layer.Inputs.Add(Resolve(layers, i, layer.Layer.JoinedNames[j], Invariant($"Others[{j}]"), before, problems));
        }

        ReportUnused(layers, problems);
    }

    private static int Resolve(
        IReadOnlyList<LayerDraft> layers, int reader, string name, string argument, int otherwise, ProblemList problems)
    {
        name = IdentifierText.Normalize(name);
        if (name == PortSpec.InputName)
            return 0;

        int found = -1;
        for (int i = 0; i < layers.Count && found < 0; i++)
        {
            if (layers[i].ReferenceName == name)
                found = i;
        }

        if (found >= 0 && found < reader)
            return InputCount + found;

        LayerDraft layer = layers[reader];
        layer.InputsFound = false;
        string known = KnownNames(layers, reader);
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
    public static string KnownNames(IReadOnlyList<LayerDraft> layers, int count) =>
        string.Join(", ", layers.Take(count).Select(layer => layer.Name).Prepend(PortSpec.InputName));

    private static void ReportUnused(IReadOnlyList<LayerDraft> layers, ProblemList problems)
    {
        var used = new HashSet<int>(layers.SelectMany(layer => layer.Inputs)) { InputCount + layers.Count - 1 };
        // A name that was not found may have meant any of them.
        bool doubtful = layers.Any(layer => !layer.InputsFound);
        for (int i = 0; i < layers.Count; i++)
        {
            if (used.Contains(InputCount + i))
                continue;
            if (doubtful)
                problems.LeaveOut(RuleIds.OutputUnused);
            else
                problems.Add(RuleIds.OutputUnused, layers[i].Arguments.LocationOf(null), [layers[i].Name]);
        }
    }
}
