using System.Runtime.CompilerServices;
using System.Text;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using DslNet.Generators.Planning;
using DslNet.Generators.Simd;
using DslNet.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Tests.Snapshots;

/// <summary>
/// Compares generated files with files beside the test, by the conventions of Verify: Class.Method#Hint.verified.cs, and .received.cs
/// where they differ. DSLNET_ACCEPT_SNAPSHOTS=1 makes what was received the new snapshot, but not where CI=true.
/// </summary>
internal static class Snapshot
{
    private const string Extension = ".g.cs";

    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>Compares what is generated of networks, but for kernels: the surface and the programs.</summary>
    public static void VerifyPages(string source, [CallerFilePath] string path = "", [CallerMemberName] string method = "") => Verify(
        Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.{method}",
        Generation.Run(source, targets: "", out _).GeneratedSources
            .Where(generated => !generated.HintName.EndsWith("Kernels" + Extension, StringComparison.Ordinal))
            .Select(generated => (generated.HintName, generated.SourceText.ToString())), IsAccepting());

    /// <summary>Compares the plans of networks.</summary>
    public static void VerifyPlans(string source, [CallerFilePath] string path = "", [CallerMemberName] string method = "") => Verify(
        Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.{method}",
        Generation.Run(source, targets: "portable", out _, plan: "true").GeneratedSources
            .Where(generated => generated.HintName.EndsWith(".Plan" + Extension, StringComparison.Ordinal))
            .Select(generated => (generated.HintName, generated.SourceText.ToString())), IsAccepting());

    /// <summary>Compares kernels, each as one instruction set has it.</summary>
    public static void Verify(IEnumerable<(string Hint, NamedKernel Kernel, Target Target)> kernels, [CallerFilePath] string path = "", [CallerMemberName] string method = "") => Verify(
        Path.GetDirectoryName(path)!, $"{Path.GetFileNameWithoutExtension(path)}.{method}",
        kernels.Select(kernel => (kernel.Hint + Extension, KernelText.Of(kernel.Kernel, kernel.Target))), IsAccepting());

    /// <summary>Compares files, and refuses snapshots of files that are no longer generated.</summary>
    public static void Verify(string folder, string test, IEnumerable<(string Hint, string Text)> files, bool accept)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        List<string> problems = [];
        foreach ((string hint, string text) in files)
        {
            Assert.EndsWith(Extension, hint, StringComparison.Ordinal);
            string stem = Path.Combine(folder, $"{test}#{hint[..^Extension.Length]}");
            string verified = stem + ".verified.cs", received = stem + ".received.cs";
            string content = $"//HintName: {hint}\n{Scrub(text)}";
            known.Add(verified);
            if (File.Exists(verified) && File.ReadAllText(verified) == content)
            {
                File.Delete(received);
                continue;
            }

            File.WriteAllText(accept ? verified : received, content, s_encoding);
            if (accept)
                File.Delete(received);
            else
                problems.Add($"{Path.GetFileName(verified)}:\n{Difference(File.Exists(verified) ? File.ReadAllText(verified) : "", content)}");
        }

        foreach (string orphan in Directory.GetFiles(folder, test + "#*.verified.cs").Where(file => !known.Contains(file)))
        {
            if (accept)
                File.Delete(orphan);
            else
                problems.Add($"{Path.GetFileName(orphan)}: nothing is generated under this name any more.");
        }

        if (problems.Count > 0)
            Assert.Fail(string.Join("\n\n", problems) + "\n\nSet DSLNET_ACCEPT_SNAPSHOTS=1 to accept what is generated now.");
    }

    /// <summary>A new version must not change every snapshot.</summary>
    public static string Scrub(string text) =>
        text.Replace($"\"{Emission.GeneratorVersion.Text}\"", "\"{version}\"", StringComparison.Ordinal);

    public static bool IsAccepting() => IsAccepting(
        Environment.GetEnvironmentVariable("DSLNET_ACCEPT_SNAPSHOTS"), Environment.GetEnvironmentVariable("CI"));

    public static bool IsAccepting(string? accept, string? continuousIntegration)
    {
        if (accept != "1")
            return false;
        if (string.Equals(continuousIntegration, "true", StringComparison.OrdinalIgnoreCase))
            throw new InvalidOperationException("Snapshots are not accepted where CI=true.");
        return true;
    }

    private static string Difference(string before, string after)
    {
        var text = new StringBuilder();
        foreach (DiffPiece line in InlineDiffBuilder.Diff(before, after).Lines.Where(line => line.Type != ChangeType.Unchanged).Take(40))
            text.Append(line.Type == ChangeType.Deleted ? "- " : "+ ").Append(line.Text).Append('\n');
        return text.ToString();
    }
}
