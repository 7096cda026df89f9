using Google.Protobuf;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>Repeated numbers, which files have one by one or many in a field.</summary>
internal static class OnnxFields
{
    public static IEnumerable<long> Integers(CodedInputStream input, uint tag) => Read(input, tag, each => each.ReadInt64());

    public static IEnumerable<float> Floats(CodedInputStream input, uint tag) => Read(input, tag, each => each.ReadFloat());

    private static List<T> Read<T>(CodedInputStream input, uint tag, Func<CodedInputStream, T> read)
    {
        if (WireFormat.GetTagWireType(tag) != WireFormat.WireType.LengthDelimited)
            return [read(input)];
        List<T> values = [];
        CodedInputStream packed = new(input.ReadBytes().ToByteArray());
        while (!packed.IsAtEnd)
            values.Add(read(packed));
        return values;
    }
}
