using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DslNet.Tool.Tensors;

/// <summary>An array of NumPy, as a file has it: a header, which is a text of Python, and the elements.</summary>
internal static partial class NpyArray
{
    private const int Magic = 6, Alignment = 64;

    private const byte First = 0x93;

    /// <summary>Reads an array of floats.</summary>
    /// <param name="stream">From its first byte on; nothing is read behind its last.</param>
    /// <param name="file">What to call the file in messages.</param>
    /// <param name="name">The array's name.</param>
    /// <param name="left">How many elements all arrays together may have left.</param>
    public static NamedTensor Read(Stream stream, string file, string name, ref long left)
    {
        byte[] start = Bytes(stream, Magic + 2, file, name);
        if (start[0] != First || !start.AsSpan(1, Magic - 1).SequenceEqual("NUMPY"u8) || start[Magic] is < 1 or > 3)
            throw Damaged(file, name, "does not begin as an array of NumPy does");
        bool isLong = start[Magic] > 1;
        byte[] size = Bytes(stream, isLong ? sizeof(uint) : sizeof(ushort), file, name);
        long length = isLong ? BinaryPrimitives.ReadUInt32LittleEndian(size) : BinaryPrimitives.ReadUInt16LittleEndian(size);
        if (length > TensorLimits.HeaderLength)
            throw Damaged(file, name, "has a header that is too long");
        Match header = Header().Match(Encoding.UTF8.GetString(Bytes(stream, (int)length, file, name)));
        if (!header.Success)
            throw Damaged(file, name, "has a header that is not that of an array of one type");
        string type = header.Groups["type"].Value;
        if (type is not ("<f4" or "<f2" or "<f8" or ">f4" or ">f2" or ">f8"))
            throw new InvalidDataException($"{file}: the array {TensorEntry.Shown(name)} has elements of the type {TensorEntry.Shown(type)}. Save it as float32: array.astype(\"float32\").");
        long[] shape = [.. Number().Matches(header.Groups["shape"].Value).Select(number => long.TryParse(number.Value, CultureInfo.InvariantCulture, out long axis) ? axis : -1)];
        int count = TensorLimits.Count(shape, file, name, ref left), bytes = type[2] - '0';
        byte[] data = Bytes(stream, (long)count * bytes, file, name);
        float[] values = new float[count];
        for (int i = 0; i < values.Length; i++)
            values[i] = Value(data.AsSpan(i * bytes, bytes), type[0] == '>');
        int[] axes = [.. shape.Select(axis => (int)axis)];
        return new(name, axes, header.Groups["order"].Value == "True" ? LastFastest(values, axes) : values);
    }

    /// <summary>Writes an array of float32.</summary>
    public static void Write(Stream stream, NamedTensor tensor)
    {
        string shape = string.Concat(tensor.Shape.Select(axis => axis.ToString(CultureInfo.InvariantCulture) + ", ")).TrimEnd();
        string header = $"{{'descr': '<f4', 'fortran_order': False, 'shape': ({(tensor.Shape.Length == 1 ? shape : shape.TrimEnd(','))}), }}";
        int length = Magic + 2 + sizeof(ushort) + header.Length + 1, padded = (length + Alignment - 1) / Alignment * Alignment;
        stream.Write([First, .. "NUMPY"u8, 1, 0]);
        Span<byte> size = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(size, (ushort)(padded - Magic - 2 - sizeof(ushort)));
        stream.Write(size);
        stream.Write(Encoding.ASCII.GetBytes(header.PadRight(header.Length + padded - length) + "\n"));
        byte[] data = new byte[tensor.Values.Length * sizeof(float)];
        for (int i = 0; i < tensor.Values.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(i * sizeof(float)), tensor.Values[i]);
        stream.Write(data);
    }

    private static float Value(ReadOnlySpan<byte> bytes, bool isBigEndian) => (bytes.Length, isBigEndian) switch
    {
        (2, false) => (float)BinaryPrimitives.ReadHalfLittleEndian(bytes),
        (2, true) => (float)BinaryPrimitives.ReadHalfBigEndian(bytes),
        (4, false) => BinaryPrimitives.ReadSingleLittleEndian(bytes),
        (4, true) => BinaryPrimitives.ReadSingleBigEndian(bytes),
        (_, false) => (float)BinaryPrimitives.ReadDoubleLittleEndian(bytes),
        _ => (float)BinaryPrimitives.ReadDoubleBigEndian(bytes),
    };

    /// <summary>Elements whose first axis is the fastest, in the other order.</summary>
    private static float[] LastFastest(float[] values, int[] shape)
    {
        float[] ordered = new float[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            int left = i, at = 0, stride = values.Length;
            foreach (int axis in shape)
            {
                stride /= axis;
                at += left % axis * stride;
                left /= axis;
            }

            ordered[at] = values[i];
        }

        return ordered;
    }

    /// <summary>So many bytes: memory grows with what comes, not with what is claimed.</summary>
    private static byte[] Bytes(Stream stream, long count, string file, string name)
    {
        const int chunk = 1 << 20;
        using var bytes = new MemoryStream();
        byte[] buffer = new byte[(int)Math.Min(count, chunk)];
        while (bytes.Length < count)
        {
            int read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, count - bytes.Length));
            if (read == 0)
                throw Damaged(file, name, $"ends after {bytes.Length:N0} of {count:N0} bytes");
            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static InvalidDataException Damaged(string file, string name, string how) => new($"{file}: the array {TensorEntry.Shown(name)} {how}. Save the file again, or copy it again.");

    [GeneratedRegex(@"\A\{\s*'descr':\s*'(?<type>[^']*)',\s*'fortran_order':\s*(?<order>True|False),\s*'shape':\s*\((?<shape>[0-9,\s]*)\),?\s*\}\s*\z")]
    private static partial Regex Header();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();
}
