using System.Runtime.CompilerServices;
using System.Text;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>docs/onnx.md: which node tests are run as which layer, and which have no counterpart.</summary>
internal static class NodeTestPage
{
    private const string Head =
        """
        # The ONNX project's node tests

        The ONNX project has tests of single operators, with what goes in and what must come out. Debian's package libonnx-testdata has those of
        version 1.12.0, and `eng/get-onnx-testdata.sh` fetches them. Those of operators that are a layer or a loss are run as a network of that
        layer, and compared within the project's own tolerance (1e-3 relative, 1e-7 absolute). `tests/DslNet.Torch.Tests/Onnx` does it, and holds
        this page: it is written there.

        ## Operators

        | operator | here | run | not run |
        |---|---|---|---|
        """;

    private const string Without =
        """

        ## Layers and losses that are no operator

        | here | why |
        |---|---|
        """;

    /// <summary>Where it is.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(ThisFile())!, "../../../docs/onnx.md"));

    /// <summary>What it must say.</summary>
    public static string Write()
    {
        StringBuilder page = new(Head + "\n");
        foreach ((string name, OnnxOperator each) in OnnxOperators.All)
        {
            (string Name, string? Why)[] tests = [.. NodeTests.All.Where(test => test.Node.Operator == name).Select(test => (test.Name, each.Of(test).Why))];
            string run = Names(tests.Where(test => test.Why is null));
            string notRun = string.Join("; ", tests.Where(test => test.Why is not null).GroupBy(test => test.Why).Select(group => $"{group.Key}: {Names(group)}"));
            page.Append($"| `{name}` | [{each.Layer}](layers/{each.Layer}.md) | {run} | {notRun} |\n");
        }

        page.Append(Without + "\n");
        foreach ((string name, string why) in OnnxOperators.Without)
            page.Append($"| [{name}](layers/{name}.md) | {why} |\n");
        return page.ToString();
    }

    private static string Names(IEnumerable<(string Name, string? Why)> tests) => string.Join(", ", tests.Select(test => $"`{test.Name}`"));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
