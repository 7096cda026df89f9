using DslNet.CompilerServices;
using DslNet.Generators.Model;
using DslNet.Generators.Operations;

namespace DslNet.Generators.Parsing;

/// <summary>Infers the shapes of all layers, one after the other, and goes on behind a mistake with what was declared.</summary>
internal static class ShapeInference
{
    public static void Run(
        IReadOnlyList<LayerDraft> layers, IReadOnlyList<(PortSpec Port, ShapeCertainty Certainty)> ports, ProblemList problems)
    {
        long parameters = 0, stored = ports.Sum(port => StoredLength(port.Port.Shape));
        foreach (LayerDraft layer in layers)
        {
            (ShapedInput, ShapeCertainty) Value(int value) => value < ports.Count
                ? (new ShapedInput(ports[value].Port.Name, ports[value].Port.Shape), ports[value].Certainty)
                : (new ShapedInput(layers[value - ports.Count].Name, layers[value - ports.Count].Output), layers[value - ports.Count].Certainty);

            ShapedInput[] inputs = [.. layer.Inputs.Select(value => Value(value).Item1)];
            ShapeCertainty certainty = layer.InputsFound && !layer.FollowsUnresolved
                ? layer.Inputs.Min(value => Value(value).Item2)
                : ShapeCertainty.Unknown;

            if (layer.Arguments.SizeDoubted)
                certainty = Lower(certainty);

            var found = new ShapeProblems(layer.Name, layer.Arguments, certainty, problems);
            layer.Output = layer.Layer.InferShape(inputs, found);
            layer.Certainty = layer.Layer.OutputCertainty(found.HasErrors ? Lower(certainty) : certainty);
            if (layer.Arguments.SizeDoubted)
                layer.Certainty = Lower(layer.Certainty);

            CheckOutput(layer, problems);
            bool certain = certainty == ShapeCertainty.Known && !found.HasErrors;
            stored = CheckMemory(layer, stored, isFirst: layer == layers[0], certain && layer.Certainty == ShapeCertainty.Known, problems);
            parameters = CheckParameters(layer, parameters, layer.Layer.ParameterCount(inputs[0].Shape), certain, problems);
        }
    }

    public static ShapeCertainty Lower(ShapeCertainty certainty) =>
        certainty == ShapeCertainty.Known ? ShapeCertainty.Rank : certainty;

    private static void CheckOutput(LayerDraft layer, ProblemList problems)
    {
        long length = layer.Output.Length;
        if (length <= Limits.TensorLength)
            return;

        if (layer.Certainty == ShapeCertainty.Known)
            problems.Add(RuleIds.TensorTooLarge, layer.Arguments.LocationOf(null), [layer.Name, length, Limits.TensorLength]);
        else
            problems.LeaveOut(RuleIds.TensorTooLarge);

        layer.Output = layer.Output.Smallest;
        layer.Certainty = Lower(layer.Certainty);
    }

    private static long StoredLength(Shape shape) =>
        Limits.Multiply(shape.Positions, PanelWidth.RoundUp(shape.Channels));

    /// <summary>Tells of the layer with which it becomes too much, once.</summary>
    private static long CheckMemory(LayerDraft layer, long before, bool isFirst, bool certain, ProblemList problems)
    {
        long stored = StoredLength(layer.Output);
        bool told = before > Limits.SampleLength && !isFirst;
        if (told || stored <= Limits.SampleLength - before)
            return before + stored;

        if (certain)
            problems.Add(RuleIds.TooMuchMemory, layer.Arguments.LocationOf(null), [layer.Name, before + stored, Limits.SampleLength]);
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
            problems.Add(RuleIds.TooManyParameters, layer.Arguments.LocationOf(null), [layer.Name, total, Limits.Parameters]);
        else
            problems.LeaveOut(RuleIds.TooManyParameters);
        return before;
    }
}
