namespace DslNet.Torch.Tests.Onnx;

/// <summary>One of the ONNX project's tests of a single operator: what goes in and what must come out.</summary>
/// <param name="Name">Its name, without “test_”.</param>
/// <param name="Node">The operator and its attributes.</param>
/// <param name="Inputs">What goes in.</param>
/// <param name="Outputs">What must come out.</param>
internal sealed record NodeTest(string Name, OnnxNode Node, IReadOnlyList<OnnxTensor> Inputs, IReadOnlyList<OnnxTensor> Outputs)
{
    /// <summary>Reads a test; null if it has several nodes, as functions written out have.</summary>
    public static NodeTest? Read(string folder)
    {
        IReadOnlyList<OnnxNode> nodes = OnnxNode.ReadAll(File.ReadAllBytes(Path.Combine(folder, "model.onnx")));
        return nodes.Count == 1 ? new(Path.GetFileName(folder)["test_".Length..], nodes[0], Read(folder, "input"), Read(folder, "output")) : null;
    }

    private static IReadOnlyList<OnnxTensor> Read(string folder, string name)
    {
        string data = Path.Combine(folder, "test_data_set_0");
        return [.. Enumerable.Range(0, int.MaxValue).Select(i => Path.Combine(data, $"{name}_{i}.pb")).TakeWhile(File.Exists).Select(path => OnnxTensor.Read(File.ReadAllBytes(path)))];
    }
}
