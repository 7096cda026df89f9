using DslNet.Generators.Layers.Dropout;
using DslNet.Generators.Layers.Reshape;
using DslNet.Generators.Model;

namespace DslNet.Generators.Parsing;

/// <summary>Finds what builds but is likely unintended.</summary>
internal static class SuspicionChecks
{
    public static void Run(NetworkDraft draft, IReadOnlyList<LossSpec> losses, ProblemList problems)
    {
        IReadOnlyList<LayerDraft> layers = draft.Layers;
        foreach (LayerDraft layer in layers)
        {
            if (!layer.Layer.HasParameters && layer.Arguments.Boolean("Frozen", otherwise: false))
                problems.Add(RuleIds.NothingFrozen, layer.Arguments.LocationOf("Frozen"), [layer.Name]);
            if (!layer.Layer.IsActivation || !layer.InputsFound || layer.FollowsUnresolved || draft.LayerOf(layer.Inputs[0]) is not { } before)
                continue;
            if (before.Layer.IsActivation)
                problems.Add(RuleIds.TwoActivations, layer.Arguments.LocationOf(null), [layer.Name, before.Name]);
        }

        if (layers.Count == 0)
            return;
        CheckOrder(draft, problems);
        CheckDropout(draft, problems);

        foreach (LossSpec loss in losses)
        {
            // Dropout passes on what it reads, so that an activation before it is the last one all the same.
            LayerDraft last = draft.LayerOf(loss.Value)!;
            while (last is { Layer: DropoutLayer, InputsFound: true, FollowsUnresolved: false } && draft.LayerOf(last.Inputs[0]) is { } read)
                last = read;
            if (loss.Includes(last.Layer))
                problems.Add(RuleIds.ActivationInLoss, last.Arguments.LocationOf(null), [loss.Kind, last.Name, last.Layer.Kind]);
        }
    }

    /// <summary>The order of the attributes is that of the layers; what stands elsewhere was meant to say something else.</summary>
    private static void CheckOrder(NetworkDraft draft, ProblemList problems)
    {
        // Where ports have names the order says what is read and what leaves.
        if (draft.HasNamedPorts)
            return;
        LayerDraft first = draft.Layers[0], last = draft.Layers[draft.Layers.Count - 1];
        if (draft.Input is { } input && input.Syntax.SpanStart > first.Attribute.Syntax.SpanStart)
            Report(input, "behind", first, "it is what the first layer reads", "before");
        if (draft.Output is { } output && output.Syntax.SpanStart < last.Attribute.Syntax.SpanStart)
            Report(output, "before", last, "it asserts what the last layer produces", "behind");
        if (draft.Losses.Count > 0 && draft.Losses[0].Syntax.SpanStart < last.Attribute.Syntax.SpanStart)
            Report(draft.Losses[0], "before", last, "it is computed from what the last layer produces", "behind");

        void Report(DeclaredAttribute attribute, string place, LayerDraft layer, string meaning, string right) => problems.Add(
            RuleIds.OutOfOrder, attribute.Syntax.GetLocation(), [attribute.DisplayName, place, layer.Name, meaning, $"{right} {layer.Name}"]);
    }

    private static void CheckDropout(NetworkDraft draft, ProblemList problems)
    {
        IReadOnlyList<LayerDraft> layers = draft.Layers;
        bool endsDoubtfully = draft.EndsDoubtfully;

        // Without weights there is nothing to train, which is another rule's to say.
        if (!layers.Any(layer => layer.Layer is DropoutLayer) || !layers.Any(layer => layer.Layer.HasParameters))
            return;

        // From the end: whether what a layer produces leaves the network as it is, but for activations.
        bool[] leaves = new bool[layers.Count];
        for (int i = layers.Count - 1; i >= 0; i--)
        {
            LayerDraft[] readers = [.. layers.Where(layer => layer.Inputs.Contains(draft.InputCount + i))];
            if (endsDoubtfully || readers.Any(reader => !reader.InputsFound || reader.FollowsUnresolved))
                return;
            leaves[i] = (draft.Outputs.Count == 0 ? i == layers.Count - 1 : readers.Length == 0 && draft.Outputs.Any(output => output.Value == draft.InputCount + i))
                || readers.Length > 0 && readers.All(reader => reader.Layer is ReshapingLayer or DropoutLayer or { IsActivation: true } && leaves[IndexOf(reader)]);
            if (leaves[i] && layers[i].Layer is DropoutLayer)
                problems.Add(RuleIds.DropoutLast, layers[i].Arguments.LocationOf(null), [layers[i].Name, layers[i].Layer.Kind]);
        }

        int IndexOf(LayerDraft layer) => Enumerable.Range(0, layers.Count).First(i => layers[i] == layer);
    }
}
