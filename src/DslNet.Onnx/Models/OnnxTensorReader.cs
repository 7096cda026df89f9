using System.Globalization;
using DslNet.Onnx.Protobuf;

namespace DslNet.Onnx.Models;

/// <summary>Reads a TensorProto, and checks that it has as many elements as its shape says.</summary>
internal static class OnnxTensorReader
{
    public static OnnxTensor Read(ProtoReader reader)
    {
        string name = "";
        OnnxType type = OnnxType.Undefined;
        List<long> shape = [], integers = [];
        List<float> floats = [];
        ReadOnlyMemory<byte>? raw = null;
        Dictionary<string, string> external = new(StringComparer.Ordinal);
        bool isExternal = false;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    reader.AddIntegers(shape);
                    break;
                case 2:
                    type = (OnnxType)reader.Integer();
                    break;
                case 4:
                    reader.AddFloats(floats);
                    break;
                case 5 or 7:
                    reader.AddIntegers(integers);
                    break;
                case 8:
                    name = reader.Text();
                    break;
                case 9:
                    raw = reader.Bytes();
                    break;
                case 13:
                    (string key, string value) = Entry(reader.Message());
                    external[key] = value;
                    break;
                case 14:
                    isExternal = reader.Integer() == 1;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        OnnxTensor tensor = new(name, type, shape) { Raw = raw, FloatData = floats, IntegerData = integers };
        return isExternal ? tensor with { Raw = null, External = Location(reader, external) } : Checked(tensor, reader);
    }

    /// <summary>Checks the elements of types that are read; of others nobody asks for them.</summary>
    public static OnnxTensor Checked(OnnxTensor tensor, ProtoReader reader)
    {
        long length = Length(tensor, reader);
        if (tensor.Type.Size() is not (> 0 and var size))
            return tensor;
        long elements = tensor.Raw is { } raw ? raw.Length % size == 0 ? raw.Length / size : -1
            : tensor.Type == OnnxType.Float ? tensor.FloatData.Count : tensor.IntegerData.Count;
        return elements == length ? tensor : throw reader.Damaged(string.Create(
            CultureInfo.InvariantCulture, $"the tensor {tensor.Name} [{string.Join(", ", tensor.Shape)}] has data of another length than its {length} elements"));
    }

    /// <summary>The number of elements, which fits into an array.</summary>
    public static long Length(OnnxTensor tensor, ProtoReader reader)
    {
        if (tensor.Shape.Count > OnnxLimits.Axes)
            throw reader.Damaged($"the tensor {tensor.Name} has more than {OnnxLimits.Axes} axes");
        Int128 length = 1;
        foreach (long axis in tensor.Shape)
        {
            if (axis < 0)
                throw reader.Damaged($"the tensor {tensor.Name} has a negative axis");
            length *= axis;
            if (length > OnnxLimits.FileLength)
                throw reader.Damaged($"the tensor {tensor.Name} claims more elements than a file may have bytes");
        }

        return (long)length;
    }

    private static (string File, long Offset, long Length) Location(ProtoReader reader, Dictionary<string, string> external)
    {
        return (external.GetValueOrDefault("location", ""), Number("offset", 0), Number("length", -1));

        long Number(string key, long otherwise) => !external.TryGetValue(key, out string? text) ? otherwise
            : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long value) ? value
            : throw reader.Damaged($"the {key} of external data is no number");
    }

    private static (string Key, string Value) Entry(ProtoReader reader)
    {
        string key = "", value = "";
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    key = reader.Text();
                    break;
                case 2:
                    value = reader.Text();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return (key, value);
    }
}
