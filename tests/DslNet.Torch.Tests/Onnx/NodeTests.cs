using System.Runtime.CompilerServices;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>The ONNX project's node tests, if this machine has them: installed, or where eng/get-onnx-testdata.sh puts them.</summary>
internal static class NodeTests
{
    public const string Skip = "The ONNX project's node tests are not here: eng/get-onnx-testdata.sh fetches them.";

    /// <summary>Whether they are here.</summary>
    public static bool AreHere => s_folder is not null;

    private static readonly string? s_folder = new[]
    {
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../data/onnx/node")), "/usr/share/libonnx-testdata/data/node",
    }.FirstOrDefault(Directory.Exists);

    private static readonly Lazy<IReadOnlyList<NodeTest>> s_all = new(() =>
        [.. Directory.EnumerateDirectories(s_folder!).Order(StringComparer.Ordinal).Select(NodeTest.Read).OfType<NodeTest>().Where(test => OnnxOperators.All.ContainsKey(test.Node.Operator))]);

    /// <summary>All of those whose operator is a layer or a loss.</summary>
    public static IReadOnlyList<NodeTest> All => s_all.Value;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
