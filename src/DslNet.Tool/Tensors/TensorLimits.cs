namespace DslNet.Tool.Tensors;

/// <summary>What a file of weights may hold: what is beyond is no small network's, or claims what it has not.</summary>
internal static class TensorLimits
{
    /// <summary>The elements of all tensors.</summary>
    public const long Elements = 128 * 1024 * 1024;

    /// <summary>The tensors, and the axes of one.</summary>
    public const int Tensors = 100_000, Axes = 16;

    /// <summary>The bytes of an index or of the header of an array.</summary>
    public const int HeaderLength = 16 * 1024 * 1024;

    /// <summary>The number of elements of a shape, which all tensors together may have left.</summary>
    public static int Count(IReadOnlyList<long> shape, string file, string name, ref long left)
    {
        Int128 count = 1;
        foreach (long axis in shape)
        {
            count *= axis;
            if (axis < 0 || count > left || shape.Count > Axes)
                throw new InvalidDataException($"{file}: the tensor {TensorEntry.Shown(name)} has too many elements or axes, or the tensors before it had. {Elements:N0} elements are converted.");
        }

        left -= (long)count;
        return (int)count;
    }
}
