using System.Runtime.InteropServices;
using DslNet.Benchmarks.Models;
using Google.Protobuf;

namespace DslNet.Benchmarks.Peers.OnnxRuntime.Onnx;

/// <summary>Writes a network as an ONNX model, with its parameters and a fixed number of samples.</summary>
internal static class OnnxModel
{
    /// <summary>The names of what goes in and what comes out.</summary>
    public const string Input = "input", Output = "output";

    // Versions of the format and of its operators that describe these layers as the newest ones do.
    private const int FormatVersion = 8, OperatorsVersion = 17;

    /// <summary>The model.</summary>
    public static ModelProto Of(NetworkModel network, int batch, Dictionary<string, ParameterArray> parameters)
    {
        var graph = new GraphProto { Name = network.Name };
        string value = Input;
        for (int i = 0; i < network.Layers.Length; i++)
        {
            NodeProto node = Node(network.Layers[i]);
            node.Input.Insert(0, value);
            node.Output.Add(value = i == network.Layers.Length - 1 ? Output : $"value{i}");
            graph.Node.Add(node);
        }

        graph.Initializer.Add(parameters.Select(each => Tensor(each.Key, each.Value)));
        graph.Input.Add(Port(Input, [batch, .. network.Input]));
        graph.Output.Add(Port(Output, [batch, network.OutputLength]));
        return new ModelProto
        {
            IrVersion = FormatVersion,
            ProducerName = "DslNet.Benchmarks",
            Graph = graph,
            OpsetImport = { new OperatorSetIdProto { Domain = "", Version = OperatorsVersion } },
        };
    }

    /// <summary>The layer's operator, with its parameters behind the input that is still to come.</summary>
    private static NodeProto Node(LayerModel layer) => layer.Kind switch
    {
        LayerKind.Conv2D => new NodeProto { OpType = "Conv", Input = { Parameters(layer) }, Attribute = { Pair("kernel_shape", layer.Size) } },
        LayerKind.Dense => new NodeProto { OpType = "Gemm", Input = { Parameters(layer) }, Attribute = { Number("transB", 1) } },
        LayerKind.MaxPool2D => new NodeProto { OpType = "MaxPool", Attribute = { Pair("kernel_shape", layer.Size), Pair("strides", layer.Size) } },
        LayerKind.Flatten => new NodeProto { OpType = "Flatten" },
        LayerKind.ReLU => new NodeProto { OpType = "Relu" },
        LayerKind.Tanh => new NodeProto { OpType = "Tanh" },
        _ => throw new NotSupportedException($"There is no {layer.Kind} here."),
    };

    private static string[] Parameters(LayerModel layer) => [layer.Name + ".weight", layer.Name + ".bias"];

    private static AttributeProto Number(string name, long value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    private static AttributeProto Pair(string name, long value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { value, value } };

    private static TensorProto Tensor(string name, ParameterArray values) => new()
    {
        Name = name,
        DataType = (int)TensorProto.Types.DataType.Float,
        Dims = { values.LongShape },
        RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes(values.Values.AsSpan())),
    };

    private static ValueInfoProto Port(string name, int[] shape)
    {
        var axes = new TensorShapeProto();
        axes.Dim.Add(shape.Select(axis => new TensorShapeProto.Types.Dimension { DimValue = axis }));
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = axes };
        return new ValueInfoProto { Name = name, Type = new TypeProto { TensorType = tensor } };
    }
}
