using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Concat: values side by side along an axis. Of constants it is computed.</summary>
internal sealed class ConcatOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value[] inputs = [.. Enumerable.Range(0, use.InputCount).Select(use.Input)];
        Value first = inputs[0];
        if (inputs.Any(input => input.Shape is null || input.Shape.Count != first.Shape?.Count) || Axis(use) is not { } axis)
            return new(first.Type, null);
        Constant?[] constants = [.. inputs.Select(input => input.Constant)];
        if (Joined(constants, axis) is { } joined)
            return Value.Of(first.Type, joined);

        // A constant for the one sample that the file has, or for all, is one for each.
        if (inputs.FirstOrDefault(input => input.Constant is null) is { Shape: [{ IsBatch: true }, ..] data } && axis > 0)
        {
            first = first with { Shape = data };
            inputs = [.. inputs.Select(input => input.Constant is not null && input.Shape is [var samples, ..] && samples == 1 ? input with { Shape = [Extent.Batch, .. input.Shape.Skip(1)] } : input)];
        }

        bool fits = inputs.All(input => input.Shape!.Where((_, i) => i != axis).SequenceEqual(first.Shape!.Where((_, i) => i != axis)));
        Extent? length = inputs.Select(input => (Extent?)input.Shape![axis]).Aggregate((sum, each) => sum is { } left ? Arithmetic.Add(left, each!.Value) : null);
        return new(first.Type, fits && length is { } sum ? [.. first.Shape!.Select((extent, i) => i == axis ? sum : extent)] : null);
    }

    /// <summary>Constants side by side; null if they are none, or do not fit.</summary>
    private static Constant? Joined(Constant?[] constants, int axis)
    {
        if (constants.Contains(null))
            return null;
        IReadOnlyList<long> first = constants[0]!.Shape;
        long[] shape = [.. first.Select((length, i) => i == axis ? constants.Sum(constant => constant!.Shape[axis]) : length)];
        if (constants.Any(constant => !constant!.Shape.Where((_, i) => i != axis).SequenceEqual(first.Where((_, i) => i != axis))) || Indices.Count(shape) is null)
            return null;
        int outer = (int)first.Take(axis).Aggregate(1L, (product, length) => product * length);
        return constants.All(constant => constant is FloatConstant) ? new FloatConstant(shape, Blocks([.. constants.Select(constant => ((FloatConstant)constant!).Values)], outer))
            : constants.All(constant => constant is IntegerConstant) ? new IntegerConstant(shape, Blocks([.. constants.Select(constant => ((IntegerConstant)constant!).Values)], outer))
            : null;
    }

    private static T[] Blocks<T>(T[][] parts, int outer) => [.. Enumerable.Range(0, outer).SelectMany(block => parts.SelectMany(part => part.AsSpan(block * (part.Length / outer), part.Length / outer).ToArray()))];

    private static int? Axis(NodeUse use) => use.Input(0).Shape is { } shape ? NodeUse.Axis(use.Integer("axis", 1), shape.Count) : null;

    public override void Translate(NodeUse use, LayerList layers)
    {
        string[] reads = [.. Enumerable.Range(0, use.InputCount).Select(use.Name)];
        string[] data = [.. use.Data];
        foreach (int input in Enumerable.Range(0, reads.Length).Where(input => data.Contains(reads[input])))
            use.Sample(input);
        if (use.Result.Sample is not { } sample || Axis(use) is not (> 0 and var axis) || sample.Count > 3)
            throw use.Refuse("it puts samples one after another, or the shapes of what it joins do not fit", "Only values of a sample are joined, of equal length on the other axes");
        if (data.Length < reads.Length)
        {
            ConstantChannels.Add(use, layers, axis, sample);
            return;
        }

        string[] arguments = (sample.Count, axis) switch
        {
            (_, 1) => [],
            (2, 2) => ["Axis = ConcatAxis.Length"],
            (3, 2) => ["Axis = ConcatAxis.Height"],
            _ => ["Axis = ConcatAxis.Width"],
        };
        layers.Add(new("Concat", "Concat", arguments, reads, use.Output, sample));
    }
}
