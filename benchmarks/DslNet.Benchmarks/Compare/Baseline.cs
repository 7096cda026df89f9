using System.CommandLine;

namespace DslNet.Benchmarks.Compare;

/// <summary>Another build of this program: what a change is measured against.</summary>
internal static class Baseline
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

    private static IEnumerable<string> Candidates(DirectoryInfo folder) =>
    [
        Path.Combine(folder.FullName, s_assembly),
        Path.Combine(folder.FullName, "benchmarks", Path.GetFileNameWithoutExtension(s_assembly), "bin", "Release", $"net{Environment.Version.ToString(2)}", s_assembly),
    ];
}
