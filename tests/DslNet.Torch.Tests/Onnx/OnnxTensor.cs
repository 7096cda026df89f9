using System.Runtime.InteropServices;
using Google.Protobuf;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>A tensor of a file of the ONNX project, of floats or of integers of 64 bits; of others only the shape and the type are known.</summary>
/// <param name="Shape">Its axes.</param>
/// <param name="Type">The number of its type in ONNX.</param>
/// <param name="Floats">Its values if they are floats.</param>
/// <param name="Integers">Its values if they are integers of 64 bits.</param>
internal sealed record OnnxTensor(int[] Shape, int Type, float[] Floats, long[] Integers)
{
    private const int Float32 = 1, Int64 = 7;

    public bool IsFloat => Type == Float32;

    /// <summary>The number of elements.</summary>
    public int Length => LengthOf(Shape);

    /// <summary>The number of elements of some axes.</summary>
    public static int LengthOf(IEnumerable<int> shape) => shape.Aggregate(1, (product, axis) => product * axis);

    /// <summary>Reads a TensorProto.</summary>
    public static OnnxTensor Read(byte[] file)
    {
        List<int> shape = [];
        List<float> floats = [];
        List<long> integers = [];
        int type = 0;
        byte[] raw = [];
        CodedInputStream input = new(file);
        while (input.ReadTag() is var tag and not 0)
        {
            switch (WireFormat.GetTagFieldNumber(tag))
            {
                case 1:
                    shape.AddRange(OnnxFields.Integers(input, tag).Select(axis => (int)axis));
                    break;
                case 2:
                    type = input.ReadInt32();
                    break;
                case 4:
                    floats.AddRange(OnnxFields.Floats(input, tag));
                    break;
                case 7:
                    integers.AddRange(OnnxFields.Integers(input, tag));
                    break;
                case 9:
                    raw = input.ReadBytes().ToByteArray();
                    break;
                default:
                    input.SkipLastField();
                    break;
            }
        }

        if (type == Float32)
            floats.AddRange(MemoryMarshal.Cast<byte, float>(raw));
        if (type == Int64)
            integers.AddRange(MemoryMarshal.Cast<byte, long>(raw));
        return new([.. shape], type, [.. floats], [.. integers]);
    }
}
