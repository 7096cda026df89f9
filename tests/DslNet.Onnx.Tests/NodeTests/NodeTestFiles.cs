using System.Runtime.CompilerServices;
using DslNet.Onnx.Operators;

namespace DslNet.Onnx.Tests.NodeTests;

/// <summary>The ONNX project's node tests, if this machine has them: installed, or where eng/get-onnx-testdata.sh puts them.</summary>
internal static class NodeTestFiles
{
    public const string Skip = "The ONNX project's node tests are not here: eng/get-onnx-testdata.sh fetches them.";

    private static readonly string? s_folder = new[]
    {
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../data/onnx/node")), "/usr/share/libonnx-testdata/data/node",
    }.FirstOrDefault(Directory.Exists);

    /// <summary>Whether they are here.</summary>
    public static bool AreHere => s_folder is not null;

    /// <summary>Those of operators that the import knows.</summary>
    public static IEnumerable<NodeTest> All => Directory.EnumerateDirectories(s_folder!).Order(StringComparer.Ordinal)
        .Select(folder => (folder, test: Read(folder))).Where(pair => pair.test is not null).Select(pair => pair.test!);

    private static NodeTest? Read(string folder)
    {
        try
        {
            NodeTest? test = NodeTest.Read(folder);
            return test is not null && OperatorCatalogue.All.ContainsKey(test.Operator) ? test : null;
        }
        catch (NotSupportedException)
        {
            // Weights of types that are none: such a test is of an operator that no network here has.
            return null;
        }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
