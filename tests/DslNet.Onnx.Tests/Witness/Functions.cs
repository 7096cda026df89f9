namespace DslNet.Onnx.Tests.Witness;

/// <summary>More of ONNX's operators in double precision: functions of single values, means along axes, normalizations, parts.</summary>
internal static class Functions
{
    public static Tensor Run(NodeAttributes node, Tensor?[] inputs)
    {
        Tensor x = inputs[0]!;
        Tensor Input(int i) => inputs[i]!;
        return node.Node.OpType switch
        {
            "Abs" => x.Map(Math.Abs),
            "Cos" => x.Map(Math.Cos),
            "Equal" => Tensor.Zip(x, Input(1), (a, b) => a == b ? 1 : 0),
            "Erf" => x.Map(Erf),
            "Gelu" => x.Map(value => node.Text("approximate", "none") == "tanh" ? value * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (value + 0.044715 * value * value * value))) / 2 : value * (1 + Erf(value / Math.Sqrt(2))) / 2),
            "HardSigmoid" => x.Map(value => Math.Clamp(node.Float("alpha", 0.2) * value + node.Float("beta", 0.5), 0, 1)),
            "HardSwish" => x.Map(value => value * Math.Clamp(value / 6 + 0.5, 0, 1)),
            "LeakyRelu" => x.Map(value => value < 0 ? node.Float("alpha", 0.01) * value : value),
            "Log" => x.Map(Math.Log),
            "Max" => inputs.OfType<Tensor>().Aggregate((left, right) => Tensor.Zip(left, right, Math.Max)),
            "Min" => inputs.OfType<Tensor>().Aggregate((left, right) => Tensor.Zip(left, right, Math.Min)),
            "Neg" => x.Map(value => -value),
            "Not" => x.Map(value => value == 0 ? 1 : 0),
            "Pow" => Tensor.Zip(x, Input(1), Math.Pow),
            "Reciprocal" => x.Map(value => 1 / value),
            "ReduceMax" => Reduce(node, x, inputs.ElementAtOrDefault(1), values => values.Max()),
            "ReduceMean" => Reduce(node, x, inputs.ElementAtOrDefault(1), values => values.Average()),
            "ReduceSum" => Reduce(node, x, inputs.ElementAtOrDefault(1), values => values.Sum()),
            "Softplus" => x.Map(value => Math.Max(value, 0) + Math.Log(1 + Math.Exp(-Math.Abs(value)))),
            "Sqrt" => x.Map(Math.Sqrt),
            "Sin" => x.Map(Math.Sin),
            "Slice" => Slice(node, x, inputs),
            "Squeeze" => x with { Shape = [.. x.Shape.Where((_, i) => node.Integers("axes", inputs.ElementAtOrDefault(1)) is { } axes ? !axes.Select(axis => axis < 0 ? axis + x.Shape.Length : axis).Contains(i) : x.Shape[i] != 1)] },
            "Sum" => inputs.OfType<Tensor>().Aggregate((left, right) => Tensor.Zip(left, right, (a, b) => a + b)),
            "InstanceNormalization" => Normalize(x, 2, node.Float("epsilon", 1e-5f), PerChannel(x, Input(1)), PerChannel(x, Input(2))),
            "LayerNormalization" => Normalize(x, (int)node.Integer("axis", -1) is < 0 and var last ? last + x.Shape.Length : (int)node.Integer("axis", -1), node.Float("epsilon", 1e-5f), Input(1), inputs.ElementAtOrDefault(2)),
            var name => throw new NotSupportedException($"The witness does not know {name}."),
        };
    }

    public static Tensor[] Split(NodeAttributes node, Tensor x, Tensor? lengths, int count)
    {
        long axis = node.Integer("axis", 0);
        (long outer, long length, long inner) = x.Around(axis);
        long[] parts = node.Integers("split", lengths) ?? [.. Enumerable.Repeat(length / count, count)];
        long start = 0;
        return [.. parts.Select(part =>
        {
            Tensor taken = Part(x, axis, start, part);
            start += part;
            return taken;
        })];
    }

    /// <summary>The error function: its series near 0, and a continued fraction further out.</summary>
    private static double Erf(double x)
    {
        if (Math.Abs(x) > 3)
        {
            double fraction = 0, size = Math.Abs(x);
            for (int k = 60; k > 0; k--)
                fraction = k / 2.0 / (size + fraction);
            return Math.Sign(x) * (1 - Math.Exp(-size * size) / (Math.Sqrt(Math.PI) * (size + fraction)));
        }

        double term = x, sum = x;
        for (int k = 1; k < 100; k++)
        {
            term *= -x * x / k;
            sum += term / (2 * k + 1);
        }

        return 2 / Math.Sqrt(Math.PI) * sum;
    }

    private static Tensor PerChannel(Tensor x, Tensor values) => values with { Shape = [values.Data.Length, .. x.Shape.Skip(2).Select(_ => 1L)] };

    private static Tensor Normalize(Tensor x, int axis, double epsilon, Tensor scale, Tensor? bias)
    {
        int row = (int)Tensor.Product(x.Shape.Skip(axis));
        Tensor normalized = x with
        {
            Data = [.. x.Data.Chunk(row).SelectMany(values =>
            {
                double mean = values.Average(), deviation = Math.Sqrt(values.Average(value => (value - mean) * (value - mean)) + epsilon);
                return values.Select(value => (value - mean) / deviation);
            })],
        };
        Tensor scaled = Tensor.Zip(normalized, scale, (a, b) => a * b);
        return bias is null ? scaled : Tensor.Zip(scaled, bias, (a, b) => a + b);
    }

    private static Tensor Part(Tensor x, long axis, long start, long length)
    {
        (long outer, long all, long inner) = x.Around(axis);
        long[] shape = [.. x.Shape];
        shape[axis < 0 ? axis + shape.Length : axis] = length;
        return new(shape, [.. Enumerable.Range(0, (int)outer).SelectMany(block => x.Data.Skip((int)((block * all + start) * inner)).Take((int)(length * inner)))]);
    }

    private static Tensor Reduce(NodeAttributes node, Tensor x, Tensor? input, Func<IEnumerable<double>, double> reduce)
    {
        long[] axes = [.. (node.Integers("axes", input) ?? [.. Enumerable.Range(0, x.Shape.Length).Select(axis => (long)axis)]).Select(axis => axis < 0 ? axis + x.Shape.Length : axis)];
        long[] shape = [.. x.Shape.Select((length, axis) => axes.Contains(axis) ? 1 : length)];
        IEnumerable<double> data = Enumerable.Range(0, x.Data.Length).GroupBy(i =>
        {
            long left = i, place = 0, stride = 1;
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                place += shape[axis] == 1 ? 0 : left % x.Shape[axis] * stride;
                stride *= shape[axis];
                left /= x.Shape[axis];
            }

            return place;
        }).OrderBy(group => group.Key).Select(group => reduce(group.Select(i => x.Data[i])));
        return new(node.Integer("keepdims", 1) != 0 ? shape : [.. shape.Where((_, axis) => !axes.Contains(axis))], [.. data]);
    }

    private static Tensor Slice(NodeAttributes node, Tensor x, Tensor?[] inputs)
    {
        long[] starts = node.Integers("starts", inputs.ElementAtOrDefault(1))!, ends = node.Integers("ends", inputs.ElementAtOrDefault(2))!;
        long[] axes = node.Integers("axes", inputs.ElementAtOrDefault(3)) ?? [.. Enumerable.Range(0, starts.Length).Select(axis => (long)axis)];
        for (int i = 0; i < axes.Length; i++)
        {
            long length = x.Around(axes[i]).Length, start = starts[i] < 0 ? starts[i] + length : starts[i], end = Math.Min(ends[i] < 0 ? ends[i] + length : ends[i], length);
            x = Part(x, axes[i], start, end - start);
        }

        return x;
    }
}
