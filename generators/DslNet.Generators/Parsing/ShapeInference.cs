using DslNet.CompilerServices;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Parsing;

/// <summary>Infers the shapes of all layers, one after the other, and goes on behind a mistake with what was declared.</summary>
internal sealed class ShapeInference
{
    private readonly List<LayerDraft> _layers;
    private readonly IReadOnlyList<(PortSpec Port, ShapeCertainty Certainty)> _ports;
    private readonly ProblemList _problems;
    private readonly Dictionary<SharedPlace, LayerDraft> _owners = [];

    private ShapeInference(List<LayerDraft> layers, IReadOnlyList<(PortSpec Port, ShapeCertainty Certainty)> ports, ProblemList problems) =>
        (_layers, _ports, _problems) = (layers, ports, problems);

    /// <returns>How many parameters all layers learn, if there was no error.</returns>
    public static long Run(List<LayerDraft> layers, IReadOnlyList<(PortSpec Port, ShapeCertainty Certainty)> ports, ProblemList problems) =>
        new ShapeInference(layers, ports, problems).Run();

    private long Run()
    {
        long parameters = 0, stored = _ports.Sum(static port => StoredLength(port.Port.Shape));
        foreach (LayerDraft layer in _layers)
        {
            if (layer.AddedBy is { Projection: { } projection } use && projection == layer && !Project(use, projection))
                continue;

            ShapedInput[] inputs = new ShapedInput[layer.Inputs.Count];
            ShapeCertainty certainty = layer.InputsFound && !layer.FollowsUnresolved ? ShapeCertainty.Known : ShapeCertainty.Unknown;
            for (int i = 0; i < inputs.Length; i++)
            {
                (inputs[i], ShapeCertainty known) = ValueOf(layer.Inputs[i]);
                certainty = known < certainty ? known : certainty;
            }

            if (layer.Arguments.SizeDoubted)
                certainty = Lower(certainty);

            var found = new ShapeProblems(layer.Path, layer.Arguments, certainty, _problems);
            layer.Output = TokenShapes.Fit(layer.Layer, inputs, found) ? Infer(layer, inputs, found) : layer.Layer.InferShape(inputs, new NoShapeProblems(layer.Path));
            Share(layer, inputs[0], found);
            layer.Certainty = layer.Layer.OutputCertainty(found.RankDiffers ? ShapeCertainty.Unknown : found.HasErrors ? Lower(certainty) : certainty);
            if (layer.Arguments.SizeDoubted)
                layer.Certainty = Lower(layer.Certainty);

            CheckOutput(layer, _problems);
            bool certain = certainty == ShapeCertainty.Known && !found.HasErrors;
            stored = CheckMemory(layer, inputs[0].Shape, stored, isFirst: layer == _layers[0], certain && layer.Certainty == ShapeCertainty.Known, _problems);
            parameters = CheckParameters(layer, parameters, layer.WeightsOf is null ? layer.Layer.ParameterCount(inputs[0].Shape) : 0, certain, _problems);
        }

        return parameters;
    }

    /// <summary>What arrives at a layer that reads a value, and how certain its shape is.</summary>
    private (ShapedInput Input, ShapeCertainty Certainty) ValueOf(int value)
    {
        if (value < _ports.Count)
            return (new ShapedInput(_ports[value].Port.Name, _ports[value].Port.Shape), _ports[value].Certainty);
        LayerDraft layer = _layers[value - _ports.Count];
        return (new ShapedInput(layer.Path, layer.Output), layer.Certainty);
    }

    private static Shape Infer(LayerDraft layer, ShapedInput[] inputs, ShapeProblems problems)
    {
        if (layer.AddedBy is not { Sum: { } sum } use || sum != layer || inputs[0].Shape == inputs[1].Shape)
            return layer.Layer.InferShape(inputs, problems);
        ResidualShapes.Report(use, inputs[1], inputs[0], problems);
        return inputs[0].Shape;
    }

    /// <summary>Decides what a projection is, now that shapes are known.</summary>
    /// <returns>Whether there is anything to do.</returns>
    private bool Project(BlockDraft use, LayerDraft projection)
    {
        int read = projection.Inputs[0];
        (ShapedInput from, ShapeCertainty certainty) = ValueOf(read);
        (ShapedInput to, ShapeCertainty ofOutput) = ValueOf(use.Sum!.Inputs[0]);
        if (certainty == ShapeCertainty.Known && ofOutput == ShapeCertainty.Known && from.Shape != to.Shape && ResidualShapes.Between(from.Shape, to.Shape) is { } between)
        {
            projection.Layer = between;
            return true;
        }

        projection.IsAbsent = true;
        use.Sum.Inputs[1] = read;
        return false;
    }

    /// <summary>Finds the layer whose weights another has too.</summary>
    private void Share(LayerDraft layer, ShapedInput input, ShapeProblems problems)
    {
        if (layer is not { Shared: { } place, Layer.HasParameters: true })
            return;
        if (!_owners.TryGetValue(place, out LayerDraft? owner))
        {
            _owners.Add(place, layer);
            return;
        }

        ShapedInput first = ValueOf(owner.Inputs[0]).Input;
        layer.WeightsOf = owner;
        owner.OwnsShared = true;
        owner.FreezesShared |= owner.IsFrozen || layer.IsFrozen;
        if (!layer.Layer.Parameters(input.Shape).SequenceEqual(owner.Layer.Parameters(first.Shape)))
            problems.Report(RuleIds.SharedShapesDiffer, null, layer.Path, owner.Path, first.Shape, input.Producer, input.Shape);
    }

    public static ShapeCertainty Lower(ShapeCertainty certainty) =>
        certainty == ShapeCertainty.Known ? ShapeCertainty.Rank : certainty;

    private static void CheckOutput(LayerDraft layer, ProblemList problems)
    {
        long length = layer.Output.Length;
        if (length <= Limits.TensorLength)
            return;

        if (layer.Certainty == ShapeCertainty.Known)
            problems.Add(RuleIds.TensorTooLarge, layer.Arguments, null, [layer.Path, length, Limits.TensorLength]);
        else
            problems.LeaveOut(RuleIds.TensorTooLarge);

        layer.Output = layer.Output.Smallest;
        layer.Certainty = Lower(layer.Certainty);
    }

    private static long StoredLength(Shape shape) =>
        Limits.Multiply(shape.Positions, PanelWidth.RoundUp(shape.Channels));

    /// <summary>Tells of the layer with which it becomes too much, once.</summary>
    private static long CheckMemory(LayerDraft layer, Shape input, long before, bool isFirst, bool certain, ProblemList problems)
    {
        long stored = Limits.Add(StoredLength(layer.Output), layer.Layer.KeptBeside(input, layer.Output));
        bool told = before > Limits.SampleLength && !isFirst;
        if (told || stored <= Limits.SampleLength - before)
            return before + stored;

        if (certain)
            problems.Add(RuleIds.TooMuchMemory, layer.Arguments, null, [layer.Path, before + stored, Limits.SampleLength]);
        else
            problems.LeaveOut(RuleIds.TooMuchMemory);
        return before + stored;
    }

    private static long CheckParameters(LayerDraft layer, long before, long count, bool certain, ProblemList problems)
    {
        if (count <= Limits.Parameters - before)
            return before + count;

        long total = Math.Min(count, long.MaxValue - before) + before;
        if (certain)
            problems.Add(RuleIds.TooManyParameters, layer.Arguments, null, [layer.Path, total, Limits.Parameters]);
        else
            problems.LeaveOut(RuleIds.TooManyParameters);
        return before;
    }
}
