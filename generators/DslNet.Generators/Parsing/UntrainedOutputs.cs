using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Finds outputs that no loss is of, where layers with weights are computed for them alone: nothing trains these.</summary>
internal static class UntrainedOutputs
{
    public static void Report(NetworkDraft draft, IReadOnlyList<LossSpec> losses, ProblemList problems)
    {
        // Without a loss nothing is trained at all, and where something is wrong it is not certain what reads what.
        if (losses.Count == 0 || !draft.HasNamedPorts || problems.HasErrors)
            return;
        HashSet<LayerDraft> trained = [];
        foreach (LossSpec loss in losses)
            Add(draft, loss.Value, trained);

        foreach (PortDraft output in draft.Outputs)
        {
            if (losses.Any(loss => loss.Value == output.Value))
                continue;
            HashSet<LayerDraft> read = [];
            Add(draft, output.Value, read);

            // The one nearest to the output stands for all.
            LayerDraft? untrained = draft.Layers.LastOrDefault(layer => read.Contains(layer) && !trained.Contains(layer) && Learns(layer));
            if (untrained is not null)
                problems.Add(RuleIds.OutputNotTrained, output.Arguments.LocationOf(null), [output.UsedName, untrained.Path]);
        }
    }

    /// <summary>Whether it has weights of its own, which shall change.</summary>
    private static bool Learns(LayerDraft layer) => layer is { Layer.HasParameters: true, IsFrozen: false, WeightsOf: null, OwnsShared: false };

    private static void Add(NetworkDraft draft, int value, HashSet<LayerDraft> layers)
    {
        if (draft.LayerOf(value) is not { } layer || !layers.Add(layer))
            return;
        foreach (int input in layer.Inputs)
            Add(draft, input, layers);
    }
}
