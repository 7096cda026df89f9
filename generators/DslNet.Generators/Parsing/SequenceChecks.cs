using DslNet.Generators.Diagnostics;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Looks for what a network of sequences cannot have, and for what only such a network can.</summary>
internal static class SequenceChecks
{
    /// <param name="draft">The network, whose shapes are inferred.</param>
    /// <param name="inputs">The inputs.</param>
    /// <param name="network">The class's name.</param>
    /// <param name="problems">Receives what is wrong.</param>
    public static void Run(NetworkDraft draft, IReadOnlyList<(PortSpec Port, ShapeCertainty Certainty)> inputs, string network, ProblemList problems)
    {
        foreach (LayerDraft layer in draft.Layers)
        {
            if (!layer.InputsFound || layer.FollowsUnresolved)
                continue;
            if (layer.Layer.CrossesTime && !draft.IsSequence && draft.Inputs.Count > 0)
                problems.Add(RuleIds.SequenceMissing, layer.Arguments, null, [layer.Path, inputs[0].Port.Shape, inputs[0].Port.Shape.ArgumentList], inputs[0].Certainty);
            if (draft.IsSequence && layer.Layer.LeastBatch(Shape.Vector(1)) > 1)
                problems.Add(RuleIds.NotOfFrames, layer.Arguments, null, [layer.Path]);
        }

        if (!draft.IsSequence)
            return;
        FindReduced(draft, problems);
        foreach (PortDraft port in draft.Inputs.Where(port => !port.IsSequence))
            problems.Add(RuleIds.SequenceBesidePorts, port.Attribute.Syntax.GetLocation(), [network, $"[{port.Attribute.DisplayName}]"]);
        foreach (PortDraft port in draft.Outputs.Where(port => port.Name is not null))
            problems.Add(RuleIds.SequenceBesidePorts, port.Arguments.LocationOf("Name"), [network, $"an output called {port.Name}"]);
    }

    /// <summary>Which layers belong to a whole sequence: those that reduce frames, and those behind them.</summary>
    private static void FindReduced(NetworkDraft draft, ProblemList problems)
    {
        Dictionary<LayerDraft, LayerDraft> reductions = [];
        foreach (LayerDraft layer in draft.Layers)
        {
            LayerDraft[] reduced = [.. layer.Inputs.Select(draft.LayerOf).OfType<LayerDraft>().Where(read => read.IsOfSequence)];
            layer.IsOfSequence = layer.Layer.ReducesFrames || reduced.Length > 0;
            if (layer.IsOfSequence)
                reductions.Add(layer, reduced.Length > 0 ? reductions[reduced[0]] : layer);
            if (reduced.Length == 0 || !layer.InputsFound || layer.FollowsUnresolved)
                continue;
            if (layer.Layer.CrossesTime)
                problems.Add(RuleIds.FramesReduced, layer.Arguments, null, [layer.Path, reduced[0].Path, reductions[reduced[0]].Path]);
            else if (layer.Inputs.Where(value => draft.LayerOf(value) is not { IsOfSequence: true }).Select(value => draft.LayerOf(value)?.Path ?? PortSpec.InputName).FirstOrDefault() is { } ofFrames)
                problems.Add(RuleIds.FramesBesideSequences, layer.Arguments, null, [layer.Path, ofFrames, reduced[0].Path]);
        }
    }
}
