using Google.Protobuf;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>A use of an operator.</summary>
/// <param name="Operator">Its name.</param>
/// <param name="InputCount">How many inputs it has.</param>
/// <param name="Attributes">Its attributes; an operator has defaults for those that are not here.</param>
internal sealed record OnnxNode(string Operator, int InputCount, IReadOnlyDictionary<string, OnnxAttribute> Attributes)
{
    public long Integer(string name, long otherwise) => Attributes.GetValueOrDefault(name)?.Integer ?? otherwise;

    public float Float(string name, float otherwise) => Attributes.GetValueOrDefault(name)?.Float ?? otherwise;

    public string Text(string name, string otherwise) => Attributes.GetValueOrDefault(name)?.Text ?? otherwise;

    public int[] Integers(string name, params int[] otherwise) => Attributes.GetValueOrDefault(name) is { } attribute ? [.. attribute.Integers.Select(value => (int)value)] : otherwise;

    /// <summary>Reads the nodes of a ModelProto.</summary>
    public static IReadOnlyList<OnnxNode> ReadAll(byte[] model) =>
        [.. Messages(model, 7).SelectMany(graph => Messages(graph, 1)).Select(Read)];

    private static OnnxNode Read(byte[] node)
    {
        string name = "";
        int inputs = 0;
        CodedInputStream input = new(node);
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    inputs++;
                    input.SkipLastField();
                    break;
                case 4:
                    name = input.ReadString();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        return new(name, inputs, Messages(node, 5).Select(OnnxAttribute.Read).ToDictionary(attribute => attribute.Name));
    }

    /// <summary>The messages of a field.</summary>
    private static List<byte[]> Messages(byte[] message, int field)
    {
        List<byte[]> messages = [];
        CodedInputStream input = new(message);
        while (input.ReadTag() is var tag and not 0)
        {
            if (WireFormat.GetTagFieldNumber(tag) == field)
                messages.Add(input.ReadBytes().ToByteArray());
            else
                input.SkipLastField();
        }

        return messages;
    }
}
