namespace DslNet.Onnx.Tests.Witness;

/// <summary>A tensor in double precision, which integers and truth values fit into as well.</summary>
/// <param name="Shape">Its axes.</param>
/// <param name="Data">Its elements.</param>
internal sealed record Tensor(long[] Shape, double[] Data)
{
    public static Tensor Vector(params double[] values) => new([values.Length], values);

    /// <summary>The elements that a coordinate along one axis has, in blocks: before the axis, along it, behind it.</summary>
    public (long Outer, long Length, long Inner) Around(long axis)
    {
        int at = (int)(axis < 0 ? axis + Shape.Length : axis);
        return (Product(Shape.Take(at)), Shape[at], Product(Shape.Skip(at + 1)));
    }

    public static long Product(IEnumerable<long> shape) => shape.Aggregate(1L, (product, axis) => product * axis);

    public Tensor Map(Func<double, double> function) => new(Shape, [.. Data.Select(function)]);

    /// <summary>Two tensors element by element, the smaller repeated as NumPy does.</summary>
    public static Tensor Zip(Tensor left, Tensor right, Func<double, double, double> function)
    {
        int rank = Math.Max(left.Shape.Length, right.Shape.Length);
        long[] a = Pad(left.Shape, rank), b = Pad(right.Shape, rank);
        long[] shape = [.. a.Zip(b, (x, y) => x == 1 ? y : x)];
        double[] data = new double[Product(shape)];
        for (long i = 0; i < data.Length; i++)
            data[i] = function(left.Data[At(i, shape, a)], right.Data[At(i, shape, b)]);
        return new(shape, data);
    }

    private static long[] Pad(long[] shape, int rank) => [.. Enumerable.Repeat(1L, rank - shape.Length), .. shape];

    /// <summary>The place of an element of a shape in a tensor whose axes of length 1 repeat.</summary>
    private static long At(long index, long[] shape, long[] own)
    {
        long place = 0, stride = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            place += own[axis] == 1 ? 0 : index % shape[axis] * stride;
            stride *= own[axis];
            index /= shape[axis];
        }

        return place;
    }
}
