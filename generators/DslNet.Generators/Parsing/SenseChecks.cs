using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Finds what builds but is hardly meant.</summary>
internal static class SenseChecks
{
    public static void Run(IReadOnlyList<LayerDraft> layers, LossSpec? loss, ProblemList problems)
    {
        foreach (LayerDraft layer in layers)
        {
            if (!layer.Layer.IsActivation || !layer.InputsFound || layer.FollowsUnresolved || layer.Inputs[0] == 0)
                continue;
            LayerDraft before = layers[layer.Inputs[0] - 1];
            if (before.Layer.IsActivation)
                problems.Add(RuleIds.TwoActivations, layer.Arguments.LocationOf(null), [layer.Name, before.Name]);
        }

        if (loss is null || layers.Count == 0)
            return;
        LayerDraft last = layers[layers.Count - 1];
        if (loss.Includes(last.Layer))
            problems.Add(RuleIds.ActivationInLoss, last.Arguments.LocationOf(null), [loss.Kind, last.Name, last.Layer.Kind]);
    }
}
