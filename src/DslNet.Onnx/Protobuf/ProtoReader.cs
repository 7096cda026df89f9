using System.Buffers.Binary;
using System.Globalization;
using System.Text;

namespace DslNet.Onnx.Protobuf;

/// <summary>
/// Reads the fields of one message of a file. Nothing is copied: a message in a message, and the data of a tensor, is a part of the file's memory. It never
/// reads beyond its message, whatever lengths the file claims, and never calls itself.
/// </summary>
/// <param name="message">The message.</param>
/// <param name="begin">Its place in the file, for messages.</param>
internal sealed class ProtoReader(ReadOnlyMemory<byte> message, long begin = 0)
{
    private const int LongestVarint = 10;

    private static readonly UTF8Encoding s_text = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _position;
    private WireType _type;

    /// <summary>The number of the field that was found last.</summary>
    public int Field { get; private set; }

    /// <summary>Whether the field holds several values in a row.</summary>
    public bool IsPacked => _type == WireType.Bytes;

    /// <summary>Whether all was read.</summary>
    public bool IsAtEnd => _position == message.Length;

    /// <summary>Goes to the next field; its value must be read or skipped.</summary>
    public bool Next()
    {
        if (IsAtEnd)
            return false;
        ulong tag = Varint();
        (Field, _type) = ((int)Math.Min(tag >> 3, int.MaxValue), (WireType)(tag & 7));
        if (Field == 0 || _type is not (WireType.Varint or WireType.Fixed64 or WireType.Bytes or WireType.Fixed32))
            throw Damaged("a field has no valid number and type");
        return true;
    }

    /// <summary>The value of a field of integers.</summary>
    public long Integer()
    {
        Expect(WireType.Varint);
        return (long)Varint();
    }

    /// <summary>The value of a field of float32.</summary>
    public float Float()
    {
        Expect(WireType.Fixed32);
        return BinaryPrimitives.ReadSingleLittleEndian(Take(sizeof(float)).Span);
    }

    /// <summary>The value of a field of bytes.</summary>
    public ReadOnlyMemory<byte> Bytes()
    {
        Expect(WireType.Bytes);
        ulong length = Varint();
        if (length > (ulong)(message.Length - _position))
            throw Damaged(string.Create(CultureInfo.InvariantCulture, $"a field of {length} bytes begins where {message.Length - _position} are left"));
        return Take((int)length);
    }

    /// <summary>The value of a field of text.</summary>
    public string Text()
    {
        ReadOnlyMemory<byte> bytes = Bytes();
        try
        {
            return s_text.GetString(bytes.Span);
        }
        catch (DecoderFallbackException)
        {
            throw Damaged("a text is no UTF-8");
        }
    }

    /// <summary>The value of a field that is a message.</summary>
    public ProtoReader Message()
    {
        ReadOnlyMemory<byte> bytes = Bytes();
        return new(bytes, begin + _position - bytes.Length);
    }

    /// <summary>Adds the values of a repeated field of integers, which are stored one by one or in a row.</summary>
    public void AddIntegers(List<long> values)
    {
        if (!IsPacked)
        {
            values.Add(Integer());
            return;
        }

        ProtoReader packed = Message();
        while (!packed.IsAtEnd)
            values.Add((long)packed.Varint());
    }

    /// <summary>Adds the values of a repeated field of float32.</summary>
    public void AddFloats(List<float> values)
    {
        if (!IsPacked)
        {
            values.Add(Float());
            return;
        }

        ProtoReader packed = Message();
        while (!packed.IsAtEnd)
            values.Add(BinaryPrimitives.ReadSingleLittleEndian(packed.Take(sizeof(float)).Span));
    }

    /// <summary>Passes over the value of the field.</summary>
    public void Skip()
    {
        switch (_type)
        {
            case WireType.Varint:
                Varint();
                break;
            case WireType.Fixed64:
                Take(sizeof(ulong));
                break;
            case WireType.Bytes:
                Bytes();
                break;
            default:
                Take(sizeof(uint));
                break;
        }
    }

    /// <summary>What a damaged file is reported by.</summary>
    public OnnxException Damaged(string what) => new(string.Create(
        CultureInfo.InvariantCulture, $"The file is damaged, or no ONNX model: {what}, at byte {begin + _position}. Export it again, or copy it again."));

    private void Expect(WireType type)
    {
        if (_type != type)
            throw Damaged(string.Create(CultureInfo.InvariantCulture, $"field {Field} has a value of another type"));
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        if (length > message.Length - _position)
            throw Damaged("a value is cut off");
        ReadOnlyMemory<byte> taken = message.Slice(_position, length);
        _position += length;
        return taken;
    }

    private ulong Varint()
    {
        ulong value = 0;
        for (int i = 0; i < LongestVarint; i++)
        {
            byte next = Take(1).Span[0];
            value |= (ulong)(next & 0x7F) << (7 * i);
            if (next < 0x80)
                return value;
        }

        throw Damaged("an integer has no end");
    }
}
