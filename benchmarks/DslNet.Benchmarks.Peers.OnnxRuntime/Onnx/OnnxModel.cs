using System.Runtime.InteropServices;
using DslNet.Benchmarks.Models;
using Google.Protobuf;

namespace DslNet.Benchmarks.Peers.OnnxRuntime.Onnx;

/// <summary>Writes a network as an ONNX model, with its parameters and a fixed number of samples.</summary>
internal static class OnnxModel
{
    // Versions of the format and of its operators that describe these layers as the newest ones do.
    private const int FormatVersion = 8, OperatorsVersion = 17;

    /// <summary>The name of an input.</summary>
    public static string Input(int index) => $"input{index}";

    /// <summary>The name of an output.</summary>
    public static string Output(int index) => $"output{index}";

    /// <summary>The model.</summary>
    public static ModelProto Of(NetworkModel network, int batch, Dictionary<string, ParameterArray> parameters)
    {
        var graph = new GraphProto { Name = network.Name };
        int[] heads = [.. network.Heads.Select(network.ValueOf)];
        string Value(int layer) => layer < 0 ? Input(-1 - layer) : Array.IndexOf(heads, layer) is >= 0 and var head ? Output(head) : $"value{layer}";
        for (int i = 0; i < network.Layers.Length; i++)
        {
            NodeProto node = Node(network.Layers[i]);
            node.Input.Insert(0, Value(network.SourceOf(i)));
            if (network.Layers[i].With is { } other)
                node.Input.Add(Value(network.IndexOf(other)));
            node.Output.Add(Value(i));
            graph.Node.Add(node);
            if (network.Layers[i].Kind == LayerKind.GlobalAvgPool)
                graph.Node.Add(WithoutPositions(node));
        }

        graph.Initializer.Add(parameters.Select(each => Tensor(each.Key, each.Value)));
        graph.Initializer.Add(network.Layers.Where(layer => layer.Kind == LayerKind.Reshape).Select(layer => Shape(layer, batch)));
        graph.Input.Add(network.Inputs.Select((shape, i) => Port(Input(i), [batch, .. shape])));
        graph.Output.Add(network.Heads.Select((head, i) => Port(Output(i), [batch, .. head.Shape])));
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
        LayerKind.Conv => Convolution(layer, "Conv"),
        LayerKind.ConvTranspose => Convolution(layer, "ConvTranspose"),
        LayerKind.BatchNorm => new NodeProto { OpType = "BatchNormalization", Input = { Parameters(layer), layer.Name + ".running_mean", layer.Name + ".running_var" } },
        LayerKind.GlobalAvgPool => new NodeProto { OpType = "GlobalAveragePool" },
        LayerKind.Dense => new NodeProto { OpType = "Gemm", Input = { Parameters(layer) }, Attribute = { Number("transB", 1) } },
        LayerKind.MaxPool2D => new NodeProto { OpType = "MaxPool", Attribute = { Axes("kernel_shape", layer.Kernel), Axes("strides", [layer.Stride, layer.Stride]) } },
        LayerKind.Flatten => new NodeProto { OpType = "Flatten" },
        LayerKind.Reshape => new NodeProto { OpType = "Reshape", Input = { ShapeName(layer) } },
        LayerKind.ReLU => new NodeProto { OpType = "Relu" },
        LayerKind.Tanh => new NodeProto { OpType = "Tanh" },
        LayerKind.Add => new NodeProto { OpType = "Add" },
        LayerKind.Concat => new NodeProto { OpType = "Concat", Attribute = { Number("axis", 1) } },
        _ => throw new NotSupportedException($"There is no {layer.Kind} here."),
    };

    private static string ShapeName(LayerModel layer) => "shape" + string.Join("x", layer.Kernel);

    private static TensorProto Shape(LayerModel layer, int batch) => new()
    {
        Name = ShapeName(layer),
        DataType = (int)TensorProto.Types.DataType.Int64,
        Dims = { layer.Kernel.Length + 1 },
        RawData = ByteString.CopyFrom(MemoryMarshal.AsBytes<long>([batch, .. layer.Kernel.Select(axis => (long)axis)])),
    };

    private static NodeProto Convolution(LayerModel layer, string operation) => new()
    {
        OpType = operation,
        Input = { Parameters(layer) },
        Attribute =
        {
            Axes("kernel_shape", layer.Kernel),
            Axes("strides", [.. layer.Kernel.Select(_ => layer.Stride)]),
            Axes("dilations", [.. layer.Kernel.Select(_ => layer.Dilation)]),
            Axes("pads", layer.Padding),
            Number("group", layer.Groups),
        },
    };

    /// <summary>Takes off the axes of one position each that ONNX's global pooling leaves.</summary>
    private static NodeProto WithoutPositions(NodeProto pooling)
    {
        string output = pooling.Output[0], pooled = output + "pooled";
        pooling.Output[0] = pooled;
        return new NodeProto { OpType = "Flatten", Input = { pooled }, Output = { output } };
    }

    private static string[] Parameters(LayerModel layer) => layer.HasBias ? [layer.Name + ".weight", layer.Name + ".bias"] : [layer.Name + ".weight"];

    private static AttributeProto Number(string name, long value) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    private static AttributeProto Axes(string name, int[] values) =>
        new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { values.Select(value => (long)value) } };

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
