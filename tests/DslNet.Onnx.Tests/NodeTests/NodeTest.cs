using DslNet.Onnx.Tests.Proto;

namespace DslNet.Onnx.Tests.NodeTests;

/// <summary>One of the ONNX project's tests of an operator, as a model whose weights are constants.</summary>
/// <param name="Name">Its name, without “test_”.</param>
/// <param name="Operator">The operator.</param>
/// <param name="Model">The model.</param>
/// <param name="Inputs">What goes in.</param>
/// <param name="Output">What must come out.</param>
internal sealed record NodeTest(string Name, string Operator, ModelProto Model, IReadOnlyList<Witness.Tensor> Inputs, Witness.Tensor Output)
{
    private const int Float = 1;

    /// <summary>Operators whose inputs all come from samples; of others the first does.</summary>
    private static readonly HashSet<string> s_joins = ["Add", "Sub", "Mul", "Div", "Sum", "Concat", "Mean", "Max", "Min"];

    /// <summary>Reads a test, of whose outputs the first is asked for; null if it is none of a single node of floats.</summary>
    public static NodeTest? Read(string folder)
    {
        ModelProto model = ModelProto.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(folder, "model.onnx")));
        if (model.Graph.Node.Count != 1 || model.Graph.Input.Count == 0)
            return null;
        while (model.Graph.Output.Count > 1)
            model.Graph.Output.RemoveAt(1);
        NodeProto node = model.Graph.Node[0];
        TensorProto[] inputs = [.. Enumerable.Range(0, model.Graph.Input.Count).Select(i => Tensor(folder, $"input_{i}.pb"))];
        TensorProto output = Tensor(folder, "output_0.pb");
        if (inputs[0].DataType != Float || output.DataType != Float)
            return null;
        int data = s_joins.Contains(node.OpType) ? inputs.Length : 1;
        for (int i = data; i < inputs.Length; i++)
            model.Graph.Initializer.Add(new TensorProto(inputs[i]) { Name = model.Graph.Input[i].Name });
        return new(Path.GetFileName(folder)["test_".Length..], node.OpType, model, [.. inputs.Take(data).Select(Witness.GraphEvaluation.Read)], Witness.GraphEvaluation.Read(output));
    }

    private static TensorProto Tensor(string folder, string name) => TensorProto.Parser.ParseFrom(File.ReadAllBytes(Path.Combine(folder, "test_data_set_0", name)));
}
