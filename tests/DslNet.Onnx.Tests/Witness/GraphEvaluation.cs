using System.Runtime.InteropServices;
using DslNet.Onnx.Tests.Proto;

namespace DslNet.Onnx.Tests.Witness;

/// <summary>
/// Computes a model node by node in double precision, with the number of samples that its inputs have. Written from ONNX's description of its
/// operators; it knows nothing of the import, and no operator is left out because its result is not needed.
/// </summary>
internal static class GraphEvaluation
{
    /// <param name="model">The model.</param>
    /// <param name="inputs">What goes in.</param>
    /// <returns>All values by name.</returns>
    public static IReadOnlyDictionary<string, Tensor> Run(ModelProto model, IReadOnlyDictionary<string, Tensor> inputs)
    {
        var values = new Dictionary<string, Tensor>(inputs, StringComparer.Ordinal);
        foreach (TensorProto weight in model.Graph.Initializer)
            values[weight.Name] = Read(weight);
        long opset = model.OpsetImport.Single(set => set.Domain.Length == 0).Version;
        foreach (NodeProto node in model.Graph.Node)
        {
            Tensor?[] operands = [.. node.Input.Select(name => name.Length == 0 ? null : values[name])];
            values[node.Output[0]] = Operators.Run(new(node, opset), operands);
        }

        return values;
    }

    /// <summary>A model with one input and one output.</summary>
    public static double[] Predict(ModelProto model, float[] samples, int count)
    {
        ValueInfoProto input = model.Graph.Input[0];
        long[] axes = [count, .. input.Type.TensorType.Shape.Dim.Skip(1).Select(axis => axis.DimValue)];
        return Run(model, new Dictionary<string, Tensor> { [input.Name] = new(axes, [.. samples.Select(value => (double)value)]) })[model.Graph.Output[0].Name].Data;
    }

    /// <summary>The elements of a tensor of a file.</summary>
    public static Tensor Read(TensorProto tensor)
    {
        byte[] raw = tensor.RawData.ToByteArray();
        double[] data = (tensor.DataType, raw.Length) switch
        {
            (1, > 0) => [.. MemoryMarshal.Cast<byte, float>(raw).ToArray().Select(value => (double)value)],
            (1, _) => [.. tensor.FloatData.Select(value => (double)value)],
            (7, > 0) => [.. MemoryMarshal.Cast<byte, long>(raw).ToArray().Select(value => (double)value)],
            (7, _) => [.. tensor.Int64Data.Select(value => (double)value)],
            (9, _) => [.. raw.Select(value => (double)value)],
            _ => throw new NotSupportedException($"Elements of type {tensor.DataType}."),
        };
        return new([.. tensor.Dims], data);
    }
}
