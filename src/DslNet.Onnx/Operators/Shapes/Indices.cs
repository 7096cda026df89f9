namespace DslNet.Onnx.Operators.Shapes;

/// <summary>Positions of elements in tensors.</summary>
internal static class Indices
{
    /// <summary>The number of elements; null if it is more than a constant may have.</summary>
    public static int? Count(IEnumerable<long> shape)
    {
        Int128 count = 1;
        foreach (long axis in shape)
        {
            count *= axis;
            if (axis < 0 || count > Models.OnnxLimits.FoldedElements)
                return null;
        }

        return (int)count;
    }

    /// <summary>How far apart the elements of each axis are.</summary>
    public static long[] Strides(IReadOnlyList<long> shape)
    {
        var strides = new long[shape.Count];
        long stride = 1;
        for (int axis = shape.Count - 1; axis >= 0; axis--)
        {
            strides[axis] = stride;
            stride *= shape[axis];
        }

        return strides;
    }

    /// <summary>Where each element of a shape is found: at the sum of its coordinates times the strides.</summary>
    /// <param name="shape">The shape, which <see cref="Count"/> accepts.</param>
    /// <param name="strides">A distance for each axis.</param>
    /// <param name="first">Where the first element is.</param>
    public static int[] Walk(IReadOnlyList<long> shape, IReadOnlyList<long> strides, long first = 0)
    {
        var indices = new int[Count(shape)!.Value];
        long[] at = new long[shape.Count];
        long position = first;
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = (int)position;
            for (int axis = shape.Count - 1; axis >= 0; axis--)
            {
                position += strides[axis];
                if (++at[axis] < shape[axis])
                    break;
                position -= strides[axis] * shape[axis];
                at[axis] = 0;
            }
        }

        return indices;
    }

    /// <summary>The strides by which a tensor is read as if it had a larger shape, whose further axes repeat it.</summary>
    public static long[] Broadcast(IReadOnlyList<long> shape, IReadOnlyList<long> to)
    {
        long[] strides = Strides(shape), wide = new long[to.Count];
        for (int axis = 0; axis < shape.Count; axis++)
            wide[to.Count - shape.Count + axis] = shape[axis] == 1 ? 0 : strides[axis];
        return wide;
    }
}
