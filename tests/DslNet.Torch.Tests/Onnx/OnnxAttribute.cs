using Google.Protobuf;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>An attribute of an operator: a number, some integers or a text.</summary>
internal sealed record OnnxAttribute(string Name, float Float, long Integer, string Text, IReadOnlyList<long> Integers)
{
    /// <summary>Reads an AttributeProto.</summary>
    public static OnnxAttribute Read(byte[] message)
    {
        string name = "", text = "";
        float single = 0;
        long integer = 0;
        List<long> integers = [];
        CodedInputStream input = new(message);
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    name = input.ReadString();
                    break;
                case 2:
                    single = input.ReadFloat();
                    break;
                case 3:
                    integer = input.ReadInt64();
                    break;
                case 4:
                    text = input.ReadBytes().ToStringUtf8();
                    break;
                case 8:
                    integers.AddRange(OnnxFields.Integers(input, tag));
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return new(name, single, integer, text, integers);
    }
}
