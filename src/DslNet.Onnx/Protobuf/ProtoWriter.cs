using System.Buffers.Binary;
using System.Text;

namespace DslNet.Onnx.Protobuf;

/// <summary>Writes the fields of a message. A message in a message is one of these, written first.</summary>
internal sealed class ProtoWriter
{
    private const int MostBits = 7, More = 0x80;

    private readonly MemoryStream _bytes = new();

    public ProtoWriter Integer(int field, long value)
    {
        Tag(field, WireType.Varint);
        Varint((ulong)value);
        return this;
    }

    public ProtoWriter Float(int field, float value)
    {
        Tag(field, WireType.Fixed32);
        Span<byte> bytes = stackalloc byte[sizeof(float)];
        BinaryPrimitives.WriteSingleLittleEndian(bytes, value);
        _bytes.Write(bytes);
        return this;
    }

    public ProtoWriter Text(int field, string value) => Bytes(field, Encoding.UTF8.GetBytes(value));

    public ProtoWriter Bytes(int field, ReadOnlySpan<byte> value)
    {
        Tag(field, WireType.Bytes);
        Varint((ulong)value.Length);
        _bytes.Write(value);
        return this;
    }

    public ProtoWriter Message(int field, ProtoWriter message) => Bytes(field, message.Written);

    /// <summary>What was written so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.GetBuffer().AsSpan(0, (int)_bytes.Length);

    private void Tag(int field, WireType type) => Varint((ulong)field << 3 | (uint)type);

    private void Varint(ulong value)
    {
        for (; value >= More; value >>= MostBits)
            _bytes.WriteByte((byte)(value | More));
        _bytes.WriteByte((byte)value);
    }
}
