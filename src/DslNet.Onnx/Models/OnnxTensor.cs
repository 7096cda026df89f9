using System.Buffers.Binary;
using System.Globalization;

namespace DslNet.Onnx.Models;

/// <summary>A tensor of a file. Its values are converted when they are asked for.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Shape">Its axes.</param>
internal sealed record OnnxTensor(string Name, OnnxType Type, IReadOnlyList<long> Shape)
{
    /// <summary>The elements as bytes, if the file has them as such.</summary>
    public ReadOnlyMemory<byte>? Raw { get; init; }

    /// <summary>Elements that are float32.</summary>
    public IReadOnlyList<float> FloatData { get; init; } = [];

    /// <summary>Elements that are integers, or 16-bit floats as bits.</summary>
    public IReadOnlyList<long> IntegerData { get; init; } = [];

    /// <summary>Where the elements are, if they are in another file: its name, the offset, and the length (-1: to the end).</summary>
    public (string File, long Offset, long Length)? External { get; init; }

    /// <summary>The number of elements. The reader has checked that it is that of the data.</summary>
    public int Length => (int)Shape.Aggregate(1L, (product, axis) => product * axis);

    /// <summary>The elements of a tensor of floats.</summary>
    public float[] Floats() => Type switch
    {
        OnnxType.Float => Raw is { } raw ? Convert(raw, sizeof(float), bytes => BinaryPrimitives.ReadSingleLittleEndian(bytes)) : [.. FloatData],
        OnnxType.Float16 => Convert16(BitConverter.UInt16BitsToHalf, half => (float)half),
        OnnxType.BFloat16 => Convert16(bits => BitConverter.UInt32BitsToSingle((uint)bits << 16), value => value),
        _ => throw Unreadable(),
    };

    /// <summary>The elements of a tensor of integers or truth values.</summary>
    public long[] Integers() => Type switch
    {
        OnnxType.Int64 => Raw is { } raw ? Convert(raw, sizeof(long), bytes => BinaryPrimitives.ReadInt64LittleEndian(bytes)) : [.. IntegerData],
        OnnxType.Int32 => Raw is { } raw ? Convert(raw, sizeof(int), bytes => (long)BinaryPrimitives.ReadInt32LittleEndian(bytes)) : [.. IntegerData],
        OnnxType.Bool => Raw is { } raw ? Convert(raw, 1, bytes => bytes[0] != 0 ? 1L : 0) : [.. IntegerData],
        _ => throw Unreadable(),
    };

    private float[] Convert16<T>(Func<ushort, T> ofBits, Func<T, float> widen) =>
        Raw is { } raw ? Convert(raw, sizeof(ushort), bytes => widen(ofBits(BinaryPrimitives.ReadUInt16LittleEndian(bytes)))) : [.. IntegerData.Select(bits => widen(ofBits((ushort)bits)))];

    private delegate T Conversion<T>(ReadOnlySpan<byte> bytes);

    private static T[] Convert<T>(ReadOnlyMemory<byte> raw, int size, Conversion<T> convert)
    {
        var values = new T[raw.Length / size];
        for (int i = 0; i < values.Length; i++)
            values[i] = convert(raw.Span.Slice(i * size, size));
        return values;
    }

    private OnnxException Unreadable() => new(string.Create(CultureInfo.InvariantCulture, $"The tensor {Name} has elements of the type {Type.Shown()}, which are not read."));
}
