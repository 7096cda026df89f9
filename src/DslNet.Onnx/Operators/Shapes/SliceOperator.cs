using DslNet.Onnx.Graphs;
using DslNet.Onnx.Writing;

namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Slice: of constants it is computed; of samples it takes some channels or features that follow each other, or positions where there is one channel.</summary>
internal sealed class SliceOperator : Operator
{
    public override Value Infer(NodeUse use)
    {
        Value data = use.Input(0);
        if (data.Shape is null || Runs(use) is not { } runs)
            return new(data.Type, null);
        Extent[] shape = [.. data.Shape.Select((axis, i) => runs[i] is { } run ? run.Length : axis)];
        if (data.Constant is not { } constant)
            return new(data.Type, shape);
        long[] strides = Indices.Strides(constant.Shape), axes = [.. shape.Select(axis => axis.Factor)];
        long first = runs.Select((run, i) => (run?.Start ?? 0) * strides[i]).Sum();
        return Value.Of(data.Type, constant.Pick(axes, Indices.Walk(axes, [.. strides.Select((stride, i) => stride * (runs[i]?.Step ?? 1))], first)));
    }

    public override void Translate(NodeUse use, LayerList layers)
    {
        List<int> sample = [.. use.Sample(0)];
        if (Runs(use) is not { } runs)
            throw use.Refuse("what it takes is not known, or some samples of a call", "Export the model with constant starts and ends");
        string value = use.Name(0);
        for (int axis = 0; axis < sample.Count; axis++)
        {
            if (runs[axis + 1] is { } run && (run.Start, run.Length, run.Step) != (0, sample[axis], 1))
                value = Take(use, layers, value, sample, axis, (run.Start, run.Length, run.Step));
        }

        layers.Add(LayerList.Shaped(value, use.Output, sample));
    }

    /// <summary>Takes a run of an axis before which all axes are of length 1, so that it is the first.</summary>
    public static string Take(NodeUse use, LayerList layers, string value, List<int> sample, int axis, (long Start, long Length, long Step) run)
    {
        if (run.Step != 1 || run.Length < 1 || sample.Take(axis).Any(length => length != 1))
            throw use.Refuse($"it takes {run.Length} of axis {axis + 1} of {use.Input(0).ShownShape}, from {run.Start} on by {run.Step}", "Slice takes channels or features that follow each other: export the model without it");
        string first = layers.Between(), taken = layers.Between();
        layers.Add(LayerList.Shaped(value, first, [.. sample.Skip(axis)]));
        sample[axis] = (int)run.Length;
        layers.Add(new("Slice", [Argument.Of(run.Start), Argument.Of(run.Length)], first, taken, [.. sample.Skip(axis)]));
        return taken;
    }

    /// <summary>What is taken of each axis, null where all is; null as a whole if it is not known.</summary>
    public static (long Start, long Length, long Step)?[]? Runs(NodeUse use)
    {
        IReadOnlyList<Extent> shape = use.Input(0).Shape!;
        if (use.Integers("starts", 1) is not { } starts || use.Integers("ends", 2) is not { } ends || starts.Length != ends.Length)
            return null;
        bool isUnknown = use.Has(3) && use.Integers("axes", 3) is null || use.Has(4) && use.Integers("steps", 4) is null;
        long[] axes = use.Integers("axes", 3) ?? [.. starts.Select((_, i) => (long)i)], steps = use.Integers("steps", 4) ?? [.. starts.Select(_ => 1L)];
        if (isUnknown || axes.Length != starts.Length || steps.Length != starts.Length)
            return null;
        var runs = new (long, long, long)?[shape.Count];
        for (int i = 0; i < starts.Length; i++)
        {
            if (NodeUse.Axis(axes[i], shape.Count) is not { } axis || steps[i] is 0 or < -int.MaxValue or > int.MaxValue)
                return null;
            Extent length = shape[axis];
            if (length.PerSample)
            {
                // All samples are taken, or it is no slice of a sample.
                if (starts[i] != 0 || ends[i] < int.MaxValue || steps[i] != 1)
                    return null;
                continue;
            }

            runs[axis] = Run(starts[i], ends[i], steps[i], length.Factor);
        }

        return runs;
    }

    private static (long, long, long) Run(long start, long end, long step, long length)
    {
        if (start < 0)
            start += length;
        if (end < 0 && end >= -length)
            end += length;
        (start, end) = step > 0
            ? (Math.Clamp(start, 0, length), Math.Clamp(end, 0, length))
            : (Math.Clamp(start, 0, length - 1), Math.Clamp(end, -1, length - 1));
        long distance = step > 0 ? end - start : start - end, pace = Math.Abs(step);
        return (start, distance <= 0 ? 0 : (distance - 1) / pace + 1, step);
    }
}
