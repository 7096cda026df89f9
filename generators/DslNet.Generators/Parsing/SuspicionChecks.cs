using DslNet.Generators.Layers.BatchNorm;
using DslNet.Generators.Layers.Dropout;
using DslNet.Generators.Layers.Reshape;
using DslNet.Generators.Model;
using DslNet.Generators.Text;

namespace DslNet.Generators.Parsing;

/// <summary>Finds what builds but is likely unintended.</summary>
internal static class SuspicionChecks
{
    public static void Run(NetworkDraft draft, IReadOnlyList<PortSpec> inputs, IReadOnlyList<LossSpec> losses, ProblemList problems)
    {
        IReadOnlyList<LayerDraft> layers = draft.Layers;
        foreach (LayerDraft layer in layers)
        {
            if (layer.AddedBy is null && !layer.Layer.HasParameters && layer.Arguments.Boolean("Frozen", otherwise: false))
                problems.Add(RuleIds.NothingFrozen, layer.Arguments, "Frozen", [layer.Path]);
            if (!layer.Layer.IsActivation || !layer.InputsFound || layer.FollowsUnresolved || draft.LayerOf(layer.Inputs[0]) is not { } before)
                continue;
            if (before.Layer.IsActivation)
                problems.Add(RuleIds.TwoActivations, layer.Arguments, null, [layer.Path, before.Path]);
        }

        if (layers.Count == 0)
            return;
        CheckInputs(draft, inputs, problems);
        UntrainedOutputs.Report(draft, losses, problems);
        CheckOrder(draft, problems);
        CheckDropout(draft, problems);
        CheckNormalization(draft, inputs, problems);

        foreach (LossSpec loss in losses)
        {
            // Dropout passes on what it reads, so that an activation before it is the last one all the same.
            LayerDraft last = draft.LayerOf(loss.Value)!;
            while (last is { Layer: DropoutLayer, InputsFound: true, FollowsUnresolved: false } && draft.LayerOf(last.Inputs[0]) is { } read)
                last = read;
            if (loss.Includes(last.Layer))
                problems.Add(RuleIds.ActivationInLoss, last.Arguments, null, [loss.Kind, last.Path, last.Layer.Kind]);
        }
    }

    /// <summary>A square image with a few columns for its channels, or a signal of one position, is most likely written in the order of Keras.</summary>
    private static void CheckInputs(NetworkDraft draft, IReadOnlyList<PortSpec> inputs, ProblemList problems)
    {
        for (int i = 0; i < draft.Inputs.Count && i < inputs.Count; i++)
        {
            if (!draft.Inputs[i].Arguments.IsReadable || draft.Inputs[i].Arguments.SizeDoubted)
                continue;
            Shape shape = inputs[i].Shape;
            int height = shape.Axes[Math.Min(1, shape.Axes.Count - 1)].Length, width = shape.Axes[shape.Axes.Count - 1].Length;
            bool isImage = shape is { SpatialRank: 2, Channels: >= 8 } && shape.Channels == height && width is 1 or 3 or 4;
            bool isSignal = shape is { SpatialRank: 1, Channels: >= 8, Positions: 1 };
            if (!isImage && !isSignal)
                continue;
            Shape meant = isImage ? Shape.Image(width, shape.Channels, height) : Shape.Signal(1, shape.Channels);
            string positions = isImage ? Invariant($"{height}×{width}") : "one position";
            string text = isImage ? $"an image of {NumberText.Counted(meant.Channels, "channel")}" : "a signal of 1 channel";
            problems.Add(
                RuleIds.ChannelsLast, draft.Inputs[i].Arguments.LocationOf(null),
                [inputs[i].Name, shape.Channels, positions, $"Input({meant.ArgumentList})", text]);
        }
    }

    /// <summary>The order of the attributes is that of the layers; what stands elsewhere was meant to say something else.</summary>
    private static void CheckOrder(NetworkDraft draft, ProblemList problems)
    {
        // Where ports have names the order says what is read and what leaves.
        if (draft.HasNamedPorts || draft.OutputsMissNames)
            return;
        LayerDraft first = draft.Layers[0], last = draft.Layers[draft.Layers.Count - 1];
        if (draft.Input is { } input && input.Syntax.SpanStart > first.Attribute.Syntax.SpanStart)
            Report(input, "behind", first, "it is what the first layer reads", "before");
        if (draft.Output is { } output && output.Syntax.SpanStart < last.Attribute.Syntax.SpanStart)
            Report(output, "before", last, "it asserts what the last layer produces", "behind");
        if (draft.Losses.Count > 0 && draft.Losses[0].Syntax.SpanStart < last.Attribute.Syntax.SpanStart)
            Report(draft.Losses[0], "before", last, "it is computed from what the last layer produces", "behind");

        void Report(DeclaredAttribute attribute, string place, LayerDraft layer, string meaning, string right) => problems.Add(
            RuleIds.OutOfOrder, attribute.Syntax.GetLocation(), [attribute.DisplayName, place, layer.Path, meaning, $"{right} {layer.Path}"]);
    }

    /// <summary>The channels of a vector are its values: statistics of an image's channels are lost where it is flattened before.</summary>
    private static void CheckNormalization(NetworkDraft draft, IReadOnlyList<PortSpec> inputs, ProblemList problems)
    {
        foreach (LayerDraft layer in draft.Layers.Where(layer => layer.Layer is BatchNormLayer && layer.InputsFound && !layer.FollowsUnresolved))
        {
            if (draft.LayerOf(layer.Inputs[0]) is not { Layer: FlattenLayer, Certainty: ShapeCertainty.Known } flatten || !flatten.InputsFound || flatten.FollowsUnresolved)
                continue;
            ShapedInput image = draft.LayerOf(flatten.Inputs[0]) is { } producer
                ? new(producer.Name, producer.Output)
                : new(inputs[flatten.Inputs[0]].Name, inputs[flatten.Inputs[0]].Shape);
            if (image.Shape.Positions == 1)
                continue;
            problems.Add(
                RuleIds.NormalizedBehindFlatten, layer.Arguments.LocationOf(null),
                [layer.Name, flatten.Name, NumberText.Of(flatten.Output.Channels), NumberText.Counted(image.Shape.Channels, "channel"), image.Producer, $"{image.Shape}"]);
        }
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
                problems.Add(RuleIds.DropoutLast, layers[i].Arguments, null, [layers[i].Path, layers[i].Layer.Kind]);
        }

        int IndexOf(LayerDraft layer) => Enumerable.Range(0, layers.Count).First(i => layers[i] == layer);
    }
}
