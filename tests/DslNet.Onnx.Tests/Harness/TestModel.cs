using System.Runtime.InteropServices;
using DslNet.Onnx.Tests.Proto;
using Google.Protobuf;

namespace DslNet.Onnx.Tests.Harness;

/// <summary>A model that a test writes.</summary>
internal sealed class TestModel
{
    /// <summary>The axis of samples, as exporters write it.</summary>
    public const string Batch = "batch";

    private readonly Random _random = new(7);

    /// <param name="opset">The version of ONNX's operators.</param>
    public TestModel(long opset = 17) => Proto = new()
    {
        IrVersion = 8,
        ProducerName = "tests",
        Graph = new() { Name = "graph" },
        OpsetImport = { new OperatorSetIdProto { Version = opset } },
    };

    public ModelProto Proto { get; }

    public byte[] Bytes => Proto.ToByteArray();

    /// <summary>An input of floats: the axes of one sample.</summary>
    public TestModel Input(string name, params long[] sample) => Port(name, 1, [Batch, .. sample]);

    /// <summary>An input of any type, whose axes are lengths or names.</summary>
    public TestModel Port(string name, int type, params object[] axes)
    {
        Proto.Graph.Input.Add(Described(name, type, axes));
        return this;
    }

    public TestModel Output(params string[] names)
    {
        Proto.Graph.Output.AddRange(names.Select(name => new ValueInfoProto { Name = name }));
        return this;
    }

    /// <summary>Drawn weights.</summary>
    public TestModel Weight(string name, params long[] shape) =>
        Floats(name, shape, [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (product, axis) => product * axis)).Select(_ => _random.NextSingle() - 0.5f)]);

    public TestModel Floats(string name, long[] shape, params float[] values)
    {
        Proto.Graph.Initializer.Add(Tensor(name, 1, shape, MemoryMarshal.AsBytes(values.AsSpan())));
        return this;
    }

    public TestModel Integers(string name, long[] shape, params long[] values)
    {
        Proto.Graph.Initializer.Add(Tensor(name, 7, shape, MemoryMarshal.AsBytes(values.AsSpan())));
        return this;
    }

    /// <summary>A node with one output.</summary>
    public TestModel Node(string type, string inputs, string output, params (string Name, object Value)[] attributes)
    {
        Proto.Graph.Node.Add(new NodeProto
        {
            OpType = type,
            Name = $"/{type}",
            Input = { inputs.Length == 0 ? [] : inputs.Split(' ').Select(name => name == "-" ? "" : name) },
            Output = { output.Split(' ') },
            Attribute = { attributes.Select(Attribute) },
        });
        return this;
    }

    public static TensorProto Tensor(string name, int type, long[] shape, ReadOnlySpan<byte> raw) =>
        new() { Name = name, DataType = type, Dims = { shape }, RawData = ByteString.CopyFrom(raw) };

    private static AttributeProto Attribute((string Name, object Value) attribute)
    {
        var proto = new AttributeProto { Name = attribute.Name };
        switch (attribute.Value)
        {
            case int number:
                (proto.I, proto.Type) = (number, AttributeProto.Types.AttributeType.Int);
                break;
            case float number:
                (proto.F, proto.Type) = (number, AttributeProto.Types.AttributeType.Float);
                break;
            case string text:
                (proto.S, proto.Type) = (ByteString.CopyFromUtf8(text), AttributeProto.Types.AttributeType.String);
                break;
            case int[] numbers:
                proto.Ints.AddRange(numbers.Select(number => (long)number));
                proto.Type = AttributeProto.Types.AttributeType.Ints;
                break;
            case TensorProto tensor:
                (proto.T, proto.Type) = (tensor, AttributeProto.Types.AttributeType.Tensor);
                break;
            case GraphProto graph:
                (proto.G, proto.Type) = (graph, AttributeProto.Types.AttributeType.Graph);
                break;
            default:
                throw new ArgumentException($"No attribute is a {attribute.Value.GetType().Name}.");
        }

        return proto;
    }

    private static ValueInfoProto Described(string name, int type, object[] axes)
    {
        var shape = new TensorShapeProto();
        foreach (object axis in axes)
        {
            shape.Dim.Add(axis switch
            {
                string symbol => new() { DimParam = symbol },
                _ => new TensorShapeProto.Types.Dimension { DimValue = Convert.ToInt64(axis, null) },
            });
        }

        return new() { Name = name, Type = new() { TensorType = new() { ElemType = type, Shape = shape } } };
    }
}
