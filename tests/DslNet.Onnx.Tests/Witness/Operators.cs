namespace DslNet.Onnx.Tests.Witness;

/// <summary>ONNX's operators in double precision.</summary>
internal static class Operators
{
    public static Tensor Run(NodeAttributes node, Tensor?[] inputs)
    {
        Tensor x = inputs.Length > 0 ? inputs[0]! : Tensor.Vector();
        Tensor? Second() => inputs.Length > 1 ? inputs[1] : null;
        Tensor? Third() => inputs.Length > 2 ? inputs[2] : null;
        return node.Node.OpType switch
        {
            "Add" => Tensor.Zip(x, Second()!, (a, b) => a + b),
            "Sub" => Tensor.Zip(x, Second()!, (a, b) => a - b),
            "Mul" => Tensor.Zip(x, Second()!, (a, b) => a * b),
            "Div" => Tensor.Zip(x, Second()!, (a, b) => a / b),
            "BatchNormalization" => Spatial.BatchNormalization(node, [.. inputs.OfType<Tensor>()]),
            "Cast" or "Identity" or "Dropout" => x,
            "Clip" => Clip(node, x, Second(), Third()),
            "Concat" => Concat(node.Integer("axis", 1), [.. inputs.OfType<Tensor>()]),
            "Constant" => GraphEvaluation.Read(node.Find("value")!.T),
            "Conv" => Spatial.Conv(node, x, Second()!, Third()),
            "ConstantOfShape" => new([.. x.Data.Select(axis => (long)axis)], [.. Enumerable.Repeat(node.Find("value") is { } value ? GraphEvaluation.Read(value.T).Data[0] : 0, (int)x.Data.Aggregate(1.0, (product, axis) => product * axis))]),
            "Exp" => x.Map(Math.Exp),
            "Expand" => Tensor.Zip(x, new([.. Second()!.Data.Select(axis => (long)axis)], new double[(int)Second()!.Data.Aggregate(1.0, (product, axis) => product * axis)]), (a, _) => a),
            "Flatten" => Flatten(node.Integer("axis", 1), x),
            "Gather" => Gather(node.Integer("axis", 0), x, Second()!),
            "Gemm" => Gemm(node, x, Second()!, Third()),
            "GlobalAveragePool" => Spatial.GlobalAveragePool(x),
            "LogSoftmax" => Softmax(node, x).Map(Math.Log),
            "MatMul" => Gemm(node, x with { Shape = [Tensor.Product(x.Shape.SkipLast(1)), x.Shape[^1]] }, Second()!, null) with { Shape = [.. x.Shape.SkipLast(1), Second()!.Shape[1]] },
            "PRelu" => Tensor.Zip(x, Second()!, (value, slope) => value < 0 ? value * slope : value),
            "Pad" => Spatial.Pad(x, Second()!),
            "Relu" => x.Map(value => Math.Max(value, 0)),
            "Reshape" => Reshape(x, Second()!),
            "Shape" => Tensor.Vector([.. x.Shape.Select(axis => (double)axis)]),
            "Sigmoid" => x.Map(value => 1 / (1 + Math.Exp(-value))),
            "Softmax" => Softmax(node, x),
            "Tanh" => x.Map(Math.Tanh),
            "Transpose" => Transpose(node, x),
            "Unsqueeze" => Unsqueeze(x, node.Integers("axes", Second())!),
            _ => Functions.Run(node, inputs),
        };
    }

    private static Tensor Clip(NodeAttributes node, Tensor x, Tensor? low, Tensor? high)
    {
        double min = low?.Data[0] ?? node.Float("min", double.NegativeInfinity), max = high?.Data[0] ?? node.Float("max", double.PositiveInfinity);
        return x.Map(value => Math.Min(Math.Max(value, min), max));
    }

    private static Tensor Concat(long axis, Tensor[] parts)
    {
        (long outer, _, long inner) = parts[0].Around(axis);
        List<double> data = [];
        for (long block = 0; block < outer; block++)
        {
            foreach (Tensor part in parts)
            {
                int run = (int)(part.Around(axis).Length * inner);
                data.AddRange(part.Data.AsSpan((int)block * run, run));
            }
        }

        long[] shape = [.. parts[0].Shape];
        shape[axis < 0 ? axis + shape.Length : axis] = parts.Sum(part => part.Around(axis).Length);
        return new(shape, [.. data]);
    }

    private static Tensor Flatten(long axis, Tensor x)
    {
        int at = (int)(axis < 0 ? axis + x.Shape.Length : axis);
        return x with { Shape = [Tensor.Product(x.Shape.Take(at)), Tensor.Product(x.Shape.Skip(at))] };
    }

    private static Tensor Gather(long axis, Tensor x, Tensor indices)
    {
        (long outer, long length, long inner) = x.Around(axis);
        List<double> data = [];
        for (long block = 0; block < outer; block++)
        {
            foreach (double index in indices.Data)
                data.AddRange(x.Data.AsSpan((int)((block * length + (index < 0 ? index + length : index)) * inner), (int)inner));
        }

        return new([.. x.Shape.Take((int)axis), .. indices.Shape, .. x.Shape.Skip((int)axis + 1)], [.. data]);
    }

    private static Tensor Gemm(NodeAttributes node, Tensor a, Tensor b, Tensor? c)
    {
        bool turned = node.Integer("transB", 0) != 0;
        long rows = a.Shape[0], common = a.Shape[1], columns = b.Shape[turned ? 0 : 1];
        double alpha = node.Float("alpha", 1), beta = node.Float("beta", 1);
        double[] y = new double[rows * columns];
        for (long i = 0; i < rows; i++)
        {
            for (long j = 0; j < columns; j++)
            {
                double sum = 0;
                for (long k = 0; k < common; k++)
                    sum += a.Data[i * common + k] * b.Data[turned ? j * common + k : k * columns + j];
                y[i * columns + j] = alpha * sum;
            }
        }

        Tensor product = new([rows, columns], y);
        return c is null ? product : Tensor.Zip(product, c, (sum, bias) => sum + beta * bias);
    }

    private static Tensor Reshape(Tensor x, Tensor target)
    {
        long[] shape = [.. target.Data.Select((axis, i) => axis == 0 ? x.Shape[i] : (long)axis)];
        int open = Array.IndexOf(shape, -1);
        if (open >= 0)
            shape[open] = -x.Data.Length / Tensor.Product(shape);
        return x with { Shape = shape };
    }

    /// <summary>Before operator set 13 all axes from the given one on are one.</summary>
    private static Tensor Softmax(NodeAttributes node, Tensor x)
    {
        (long outer, long length, long inner) = x.Around(node.Integer("axis", node.Opset < 13 ? 1 : -1));
        if (node.Opset < 13)
            (length, inner) = (length * inner, 1);
        double[] y = new double[x.Data.Length];
        for (long block = 0; block < outer; block++)
        {
            for (long place = 0; place < inner; place++)
            {
                long[] run = [.. Enumerable.Range(0, (int)length).Select(i => (block * length + i) * inner + place)];
                double largest = run.Max(at => x.Data[at]), sum = run.Sum(at => Math.Exp(x.Data[at] - largest));
                foreach (long at in run)
                    y[at] = Math.Exp(x.Data[at] - largest) / sum;
            }
        }

        return x with { Data = y };
    }

    public static Tensor Transpose(NodeAttributes node, Tensor x)
    {
        int[] order = node.Integers("perm")?.Select(axis => (int)axis).ToArray() ?? [.. Enumerable.Range(0, x.Shape.Length).Reverse()];
        long[] shape = [.. order.Select(axis => x.Shape[axis])];
        double[] y = new double[x.Data.Length];
        for (long i = 0; i < y.Length; i++)
        {
            long left = i, place = 0;
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                place += left % shape[axis] * Tensor.Product(x.Shape.Skip(order[axis] + 1));
                left /= shape[axis];
            }

            y[i] = x.Data[place];
        }

        return new(shape, y);
    }

    private static Tensor Unsqueeze(Tensor x, long[] axes)
    {
        List<long> shape = [.. x.Shape];
        foreach (long axis in axes.Order())
            shape.Insert((int)axis, 1);
        return x with { Shape = [.. shape] };
    }
}
