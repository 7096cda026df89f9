using System.CommandLine;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace DslNet.Benchmarks.Compare;

/// <summary>Another build of this program: what a change is measured against.</summary>
internal static partial class Baseline
{
    private static readonly string s_assembly = Path.GetFileName(typeof(Baseline).Assembly.Location);

    /// <summary>The option that names it.</summary>
    public static Option<DirectoryInfo> Option()
    {
        var option = new Option<DirectoryInfo>("--baseline")
        {
            Description = "Another build of this program to time beside this one: a working copy of DslNet that was built in Release, or the folder of its output.",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<DirectoryInfo>() is { } folder && Candidates(folder).FirstOrDefault(File.Exists) is null)
            {
                result.AddError(
                    $"There is no {s_assembly} in {folder} nor in its benchmarks' output. Build it there: dotnet build -c Release benchmarks/{Path.GetFileNameWithoutExtension(s_assembly)}");
            }
        });
        return option;
    }

    /// <summary>The assembly to run.</summary>
    public static string Find(DirectoryInfo folder) => Candidates(folder).First(File.Exists);

    /// <summary>The workloads that it has: a build of any time names them when asked for one that there is not.</summary>
    /// <exception cref="BenchmarkException">It names none.</exception>
    public static IReadOnlyCollection<string> WorkloadsOf(string build)
    {
        using Process process = DotnetCommand.Start(new ProcessStartInfo("dotnet", [build, "compare", "--workload", "?"]) { RedirectStandardOutput = true, RedirectStandardError = true });
        Task<string> help = process.StandardOutput.ReadToEndAsync();
        string problem = process.StandardError.ReadToEnd();
        process.WaitForExit();
        string[] names = [.. Listed().Matches(problem + help.Result).Select(match => match.Groups[1].Value)];
        return names.Length > 0 ? names : throw new BenchmarkException($"{build} does not say which workloads it has: {problem}");
    }

    [GeneratedRegex(@"^\s+'(\w+)'\r?$", RegexOptions.Multiline)]
    private static partial Regex Listed();

    private static IEnumerable<string> Candidates(DirectoryInfo folder) =>
    [
        Path.Combine(folder.FullName, s_assembly),
        Path.Combine(folder.FullName, "benchmarks", Path.GetFileNameWithoutExtension(s_assembly), "bin", "Release", $"net{Environment.Version.ToString(2)}", s_assembly),
    ];
}
