using DslNet.Onnx.Protobuf;

namespace DslNet.Onnx.Models;

/// <summary>Reads the messages of onnx.proto, without what the import has no use for: texts for people, metadata.</summary>
internal sealed class OnnxModelReader
{
    private int _entries, _parts;

    private OnnxModelReader() { }

    /// <summary>Reads a file.</summary>
    public static OnnxModel Read(ReadOnlyMemory<byte> file)
    {
        if (file.IsEmpty)
            throw new OnnxException("The file is empty. Export it again, or copy it again.");
        return new OnnxModelReader().Model(new(file));
    }

    private OnnxModel Model(ProtoReader reader)
    {
        string producer = "", version = "";
        long opset = 0;
        OnnxGraph? graph = null;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 2:
                    producer = reader.Text();
                    break;
                case 3:
                    version = reader.Text();
                    break;
                case 7:
                    graph = Graph(reader.Message(), 0);
                    break;
                case 8:
                    opset = Opset(reader.Message()) ?? opset;
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        if (graph is null)
            throw new OnnxException("The file has no graph: it is no ONNX model.");
        return new($"{producer} {version}".Trim(), opset, graph);
    }

    /// <summary>The version of ONNX's own operators; null of others.</summary>
    private static long? Opset(ProtoReader reader)
    {
        string domain = "";
        long version = 0;
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    domain = reader.Text();
                    break;
                case 2:
                    version = reader.Integer();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return domain.Length == 0 || domain == "ai.onnx" ? version : null;
    }

    private OnnxGraph Graph(ProtoReader reader, int depth)
    {
        if (depth > OnnxLimits.Depth)
            throw reader.Damaged($"graphs are in graphs more than {OnnxLimits.Depth} deep");
        List<OnnxNode> nodes = [];
        List<OnnxTensor> initializers = [];
        List<OnnxPort> inputs = [], outputs = [];
        while (reader.Next())
        {
            if (++_parts > OnnxLimits.Nodes)
                throw reader.Damaged($"the graph has more than {OnnxLimits.Nodes} nodes, tensors, inputs and outputs");
            switch (reader.Field)
            {
                case 1:
                    nodes.Add(Node(reader.Message(), depth));
                    break;
                case 5:
                    initializers.Add(OnnxTensorReader.Read(reader.Message()));
                    break;
                case 11:
                    inputs.Add(OnnxPortReader.Read(reader.Message()));
                    break;
                case 12:
                    outputs.Add(OnnxPortReader.Read(reader.Message()));
                    break;
                case 15:
                    throw new OnnxException("The file has sparse initializers, which are not read. Export it with dense ones.");
                default:
                    reader.Skip();
                    break;
            }
        }

        return new(nodes, initializers, inputs, outputs);
    }

    private OnnxNode Node(ProtoReader reader, int depth)
    {
        string name = "", type = "", domain = "";
        List<string> inputs = [], outputs = [];
        Dictionary<string, OnnxAttribute> attributes = new(StringComparer.Ordinal);
        while (reader.Next())
        {
            if (++_entries > OnnxLimits.Entries)
                throw reader.Damaged($"its nodes have more than {OnnxLimits.Entries} inputs, outputs and attributes");
            switch (reader.Field)
            {
                case 1:
                    inputs.Add(reader.Text());
                    break;
                case 2:
                    outputs.Add(reader.Text());
                    break;
                case 3:
                    name = reader.Text();
                    break;
                case 4:
                    type = reader.Text();
                    break;
                case 5:
                    OnnxAttribute attribute = Attribute(reader.Message(), depth);
                    attributes[attribute.Name] = attribute;
                    break;
                case 7:
                    domain = reader.Text();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return new(name, type, domain == "ai.onnx" ? "" : domain, inputs, outputs, attributes);
    }

    private OnnxAttribute Attribute(ProtoReader reader, int depth)
    {
        OnnxAttribute attribute = new("");
        List<long> integers = [];
        List<float> floats = [];
        List<string> texts = [];
        while (reader.Next())
        {
            switch (reader.Field)
            {
                case 1:
                    attribute = attribute with { Name = reader.Text() };
                    break;
                case 2:
                    attribute = attribute with { Float = reader.Float() };
                    break;
                case 3:
                    attribute = attribute with { Integer = reader.Integer() };
                    break;
                case 4:
                    attribute = attribute with { Text = reader.Text() };
                    break;
                case 5:
                    attribute = attribute with { Tensor = OnnxTensorReader.Read(reader.Message()) };
                    break;
                case 6:
                    attribute = attribute with { IsGraph = true, Graph = Graph(reader.Message(), depth + 1) };
                    break;
                case 11:
                    attribute = attribute with { IsGraph = true };
                    reader.Skip();
                    break;
                case 7:
                    reader.AddFloats(floats);
                    break;
                case 8:
                    reader.AddIntegers(integers);
                    break;
                case 9:
                    if (++_entries > OnnxLimits.Entries)
                        throw reader.Damaged($"its nodes have more than {OnnxLimits.Entries} inputs, outputs and attributes");
                    texts.Add(reader.Text());
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        return attribute with { Integers = integers, Floats = floats, Texts = texts };
    }
}
