using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using DslNet.Onnx.Tests.Harness;
using Google.Protobuf;

namespace DslNet.Onnx.Tests.NodeTests;

/// <summary>
/// The ONNX project's node tests, imported: each is a network that computes what must come out, or is refused for a reason, which
/// docs/import-operators.md lists.
/// </summary>
public sealed class NodeTestTests
{
    // Those of the ONNX project's own runner of these tests.
    private const double Relative = 1e-3, Absolute = 1e-7;

    private const string Head =
        """
        # Operators that are imported

        Which of the ONNX project's node tests (version 1.12.0, `eng/get-onnx-testdata.sh`) `dslnet import` takes, each as a network with one layer or a few, and why not the others. `tests/DslNet.Onnx.Tests` runs
        them and holds this page. Tests of integers, of several nodes and of operators that the import does not know are not listed. See [ONNX models as networks](import.md).

        | operator | right | refused |
        |---|---|---|

        """;

    [NodeTestFact]
    public void What_is_taken_is_right_and_the_page_says_so()
    {
        List<(NodeTest Test, OnnxImport? Import, string Why)> all = [];
        foreach (NodeTest test in NodeTestFiles.All)
        {
            try
            {
                all.Add((test, Imports.Read(test.Model.ToByteArray(), string.Create(CultureInfo.InvariantCulture, $"Node{all.Count}")), ""));
            }
            catch (OnnxException refused)
            {
                all.Add((test, null, Reason(refused)));
            }
        }

        (NodeTest Test, OnnxImport Import)[] taken = [.. all.Where(each => each.Import is not null).Select(each => (each.Test, each.Import!))];
        IReadOnlyList<INetwork> networks = ImportedNetworks.Load([.. taken.Select(each => each.Import)]);
        List<string> failures = [];
        for (int i = 0; i < taken.Length; i++)
        {
            if (Difference(taken[i].Test, networks[i]) is { } difference)
                failures.Add($"{taken[i].Test.Name}: {difference}\n{string.Join('\n', Imports.Attributes(taken[i].Import))}");
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
        string page = Page(all);
        if (Environment.GetEnvironmentVariable("DSLNET_ACCEPT_SNAPSHOTS") == "1" && !string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase))
            File.WriteAllText(PagePath(), page);
        Assert.Equal(page, File.ReadAllText(PagePath()));
    }

    private static string? Difference(NodeTest test, INetwork network)
    {
        float[] output = new float[test.Output.Data.Length];
        if (network.Description.Sequence is not null)
            Sequences(test, network).CopyTo(output, 0);
        else
            ImportedNetworks.Predict(network, [.. test.Inputs.Select(input => input.Data.Select(value => (float)value).ToArray())], [output]);
        for (int i = 0; i < output.Length; i++)
        {
            double expected = test.Output.Data[i];
            if (!(Math.Abs(expected - output[i]) <= Absolute + Relative * Math.Abs(expected)))
                return string.Create(CultureInfo.InvariantCulture, $"value {i} is {output[i]:G9}, not {expected:G9}");
        }

        return null;
    }

    /// <summary>What comes out of sequences one by one, time first; or, of the last frame, alone.</summary>
    private static float[] Sequences(NodeTest test, INetwork network)
    {
        (int time, int samples, int features, int outputs) = ((int)test.Inputs[0].Shape[0], (int)test.Inputs[0].Shape[1], network.Description.InputLength, network.Description.OutputLength);
        int frames = test.Output.Data.Length / samples / outputs;
        float[] all = new float[test.Output.Data.Length];
        for (int sample = 0; sample < samples; sample++)
        {
            float[] predicted = ImportedNetworks.Predict(network, [.. Enumerable.Range(0, time * features).Select(i => (float)test.Inputs[0].Data[(i / features * samples + sample) * features + i % features])]);
            for (int frame = 0; frame < frames; frame++)
                predicted.AsSpan((time - frames + frame) * outputs, outputs).CopyTo(all.AsSpan((frame * samples + sample) * outputs));
        }

        return all;
    }

    /// <summary>The first reason, without the node that it is about.</summary>
    private static string Reason(OnnxException refused)
    {
        string problem = refused.Problems[0];
        int begin = problem.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon && problem.StartsWith("Node", StringComparison.Ordinal) ? colon + 2 : 0, end = problem.IndexOf(". ", begin, StringComparison.Ordinal);
        return problem[begin..(end < 0 ? problem.Length : end)].TrimEnd('.');
    }

    private static string Page(List<(NodeTest Test, OnnxImport? Import, string Why)> all)
    {
        StringBuilder page = new(Head);
        foreach (var tests in all.GroupBy(each => each.Test.Operator).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            string refused = string.Join("; ", tests.Where(each => each.Import is null).GroupBy(each => each.Why).Select(group => $"{group.Key}: {Names(group.Select(each => each.Test))}"));
            page.Append(CultureInfo.InvariantCulture, $"| `{tests.Key}` | {Names(tests.Where(each => each.Import is not null).Select(each => each.Test))} | {refused} |\n");
        }

        return page.Append(CultureInfo.InvariantCulture, $"\n{all.Count(each => each.Import is not null)} of {all.Count} are right, the others refused.\n").ToString();
    }

    private static string Names(IEnumerable<NodeTest> tests) => string.Join(", ", tests.Select(test => $"`{test.Name}`"));

    private static string PagePath([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../../docs/import-operators.md"));
}
