using System.Runtime.InteropServices;
using DslNet.Onnx.Models;
using DslNet.Onnx.Protobuf;

namespace DslNet.Onnx.Exporting;

/// <summary>Collects the nodes and tensors of a model, and writes it: messages of onnx.proto.</summary>
internal sealed class ModelWriter
{
    /// <summary>The version of the operators, and that of the file's format which goes with it.</summary>
    private const int Opset = 21, IrVersion = 10;

    private readonly ProtoWriter _graph = new();
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tensors = new(StringComparer.Ordinal);
    private readonly List<ProtoWriter> _initializers = [], _inputs = [], _outputs = [];

    /// <summary>A name that no value has yet.</summary>
    public string NewName(string wanted)
    {
        string name = wanted;
        for (int i = 2; !_names.Add(name); i++)
            name = FormattableString.Invariant($"{wanted}_{i}");
        return name;
    }

    /// <summary>Adds a node with one output.</summary>
    public void Node(string type, IReadOnlyList<string> inputs, string output, params (string Name, object Value)[] attributes)
    {
        ProtoWriter node = new();
        foreach (string input in inputs)
            node.Text(1, input);
        node.Text(2, output).Text(3, output).Text(4, type);
        foreach ((string name, object value) in attributes)
            node.Message(5, Attribute(name, value));
        _graph.Message(1, node);
    }

    /// <summary>Adds a tensor under its own name, once.</summary>
    public string Floats(string name, IEnumerable<int> shape, ReadOnlySpan<float> values)
    {
        if (_tensors.Add(name))
            _initializers.Add(Tensor(name, OnnxType.Float, shape, MemoryMarshal.AsBytes(values)));
        return name;
    }

    /// <summary>Adds integers.</summary>
    public string Integers(string wanted, params long[] values)
    {
        string name = NewName(wanted);
        _initializers.Add(Tensor(name, OnnxType.Int64, [values.Length], MemoryMarshal.AsBytes(values.AsSpan())));
        return name;
    }

    /// <summary>Adds one float.</summary>
    public string Float(string wanted, float value)
    {
        string name = NewName(wanted);
        return Floats(name, [], [value]);
    }

    /// <summary>Adds an input, whose first axis is that of the samples, and whose second is time if those are sequences.</summary>
    public void Input(string name, OnnxType type, TensorShape sample, bool isSequence) => _inputs.Add(Port(name, type, sample, isSequence));

    /// <summary>Adds an output.</summary>
    public void Output(string name, TensorShape sample, bool isSequence) => _outputs.Add(Port(name, OnnxType.Float, sample, isSequence));

    /// <summary>The file.</summary>
    /// <param name="name">What the graph is called.</param>
    public ProtoWriter Model(string name)
    {
        _graph.Text(2, name);
        foreach (ProtoWriter initializer in _initializers)
            _graph.Message(5, initializer);
        foreach (ProtoWriter input in _inputs)
            _graph.Message(11, input);
        foreach (ProtoWriter output in _outputs)
            _graph.Message(12, output);
        return new ProtoWriter().Integer(1, IrVersion).Text(2, "DslNet").Text(3, typeof(INetwork).Assembly.GetName().Version?.ToString(3) ?? "")
            .Message(7, _graph).Message(8, new ProtoWriter().Text(1, "").Integer(2, Opset));
    }

    private static ProtoWriter Attribute(string name, object value)
    {
        ProtoWriter attribute = new ProtoWriter().Text(1, name);
        switch (value)
        {
            case float number:
                return attribute.Float(2, number).Integer(20, 1);
            case int number:
                return attribute.Integer(3, number).Integer(20, 2);
            case string text:
                return attribute.Text(4, text).Integer(20, 3);
            default:
                foreach (int number in (int[])value)
                    attribute.Integer(8, number);
                return attribute.Integer(20, 7);
        }
    }

    private static ProtoWriter Tensor(string name, OnnxType type, IEnumerable<int> shape, ReadOnlySpan<byte> raw)
    {
        ProtoWriter tensor = new();
        foreach (int axis in shape)
            tensor.Integer(1, axis);
        if (BitConverter.IsLittleEndian)
            return tensor.Integer(2, (int)type).Text(8, name).Bytes(9, raw);
        throw new PlatformNotSupportedException("ONNX files are written on little-endian machines.");
    }

    private static ProtoWriter Port(string name, OnnxType type, TensorShape sample, bool isSequence)
    {
        ProtoWriter shape = new ProtoWriter().Message(1, new ProtoWriter().Text(2, "batch"));
        if (isSequence)
            shape.Message(1, new ProtoWriter().Text(2, "time"));
        foreach (int axis in sample.Axes)
            shape.Message(1, new ProtoWriter().Integer(1, axis));
        return new ProtoWriter().Text(1, name).Message(2, new ProtoWriter().Message(1, new ProtoWriter().Integer(1, (int)type).Message(2, shape)));
    }
}
