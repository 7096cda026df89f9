namespace DslNet.Onnx.Tests.Harness;

/// <summary>Imports models that tests write.</summary>
internal static class Imports
{
    public static OnnxImport Read(TestModel model, string name = "Model") => Read(model.Bytes, name);

    public static OnnxImport Read(byte[] bytes, string name = "Model")
    {
        using TemporaryFolder folder = new();
        return OnnxImport.Read(folder.Write(name + ".onnx", bytes));
    }

    /// <summary>The attributes that were written, a line each.</summary>
    public static string[] Attributes(TestModel model) => Attributes(Read(model));

    public static string[] Attributes(OnnxImport import) => [.. import.Source.Split('\n').Where(line => line.StartsWith('[')).Skip(1)];

    /// <summary>What the import says of a model that it does not take.</summary>
    public static IReadOnlyList<string> Problems(TestModel model) => Assert.Throws<OnnxException>(() => Read(model)).Problems;
}
