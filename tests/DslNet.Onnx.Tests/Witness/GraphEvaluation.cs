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
        long opset = model.OpsetImport.Single(set => set.Domain.Length == 0).Version;
        return Run(model.Graph, opset, inputs);
    }

    private static Dictionary<string, Tensor> Run(GraphProto graph, long opset, IReadOnlyDictionary<string, Tensor> around)
    {
        var values = new Dictionary<string, Tensor>(around, StringComparer.Ordinal);
        foreach (TensorProto weight in graph.Initializer)
            values[weight.Name] = Read(weight);
        foreach (NodeProto node in graph.Node)
        {
            Tensor?[] operands = [.. node.Input.Select(name => name.Length == 0 ? null : values[name])];
            NodeAttributes attributes = new(node, opset);
            Tensor[] results = node.OpType switch
            {
                "If" => Side(node, opset, values, operands[0]!),
                "LSTM" or "GRU" or "RNN" => Recurrent.Run(attributes, operands),
                "Split" => Functions.Split(attributes, operands[0]!, operands.ElementAtOrDefault(1), node.Output.Count),
                _ => [Operators.Run(attributes, operands)],
            };
            for (int i = 0; i < Math.Min(results.Length, node.Output.Count); i++)
                values[node.Output[i]] = results[i];
        }

        return values;
    }

    private static Tensor[] Side(NodeProto node, long opset, Dictionary<string, Tensor> around, Tensor condition)
    {
        GraphProto side = node.Attribute.Single(attribute => attribute.Name == (condition.Data[0] != 0 ? "then_branch" : "else_branch")).G;
        Dictionary<string, Tensor> values = Run(side, opset, around);
        return [.. side.Output.Select(output => values[output.Name])];
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
