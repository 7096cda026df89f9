using System.Text.RegularExpressions;

namespace DslNet.Package.Tests;

/// <summary>What the README says of projects of one's own, typed as it stands into a fresh clone.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string s_repository = PackageFeed.Repository;

    [LongFact]
    public async Task The_commands_for_a_project_of_ones_own_work_in_a_fresh_clone()
    {
        Assert.SkipUnless(Tools.Finds("bash") && Tools.Finds("git"), "The commands are run by bash, in the files that git knows: install both.");
        string temporary = Directory.CreateTempSubdirectory("dslnet-readme-").FullName;
        try
        {
            string clone = Path.Combine(temporary, "a clone", "dslnet");
            await CloneAsync(clone);
            Dictionary<string, string> environment = Isolate(temporary);
            string readme = await File.ReadAllTextAsync(Path.Combine(clone, "README.md"), TestContext.Current.CancellationToken);
            string section = Section().Match(readme).Value;
            Assert.NotEmpty(section);

            // In order: commands are run, and a program is saved where the text before it says.
            string output = "";
            foreach (Match block in Block().Matches(section))
            {
                string text = block.Groups["text"].Value;
                output += block.Groups["language"].Value switch
                {
                    "csharp" => Save(clone, SavedAs().Matches(section[..block.Index]).Last().Groups["path"].Value, text),
                    _ => await BashAsync(clone, text, environment),
                };
            }

            Assert.Contains("accuracy: ", output);
            Assert.Matches("(?m)^0 1 1 0\r?$", output);
            Assert.DoesNotContain("warning", output);

            // Inside of the clone too, where its own settings would apply; and the clone has nothing in it but what was asked for.
            output = await BashAsync(clone, "dotnet new dslnet-regression -o Inside\ndotnet run --project Inside\ndotnet new uninstall DslNet.Templates", environment);
            Assert.Contains("mean squared error: ", output);
            Assert.DoesNotContain("warning", output);
            Assert.Equal(["Inside", "artifacts"], Directory.GetDirectories(clone).Select(Path.GetFileName).Except(Directory.GetDirectories(s_repository).Select(Path.GetFileName)).Append("artifacts").Distinct().Order(StringComparer.Ordinal));
            string sources = await BashAsync(temporary, "dotnet nuget list source", environment);
            Assert.DoesNotContain("DslNet", sources);
        }
        finally
        {
            Directory.Delete(temporary, recursive: true);
        }
    }

    /// <summary>Copies what git would: nothing built, nothing ignored.</summary>
    private static async Task CloneAsync(string clone)
    {
        CommandResult files = await Dotnet.StartAsync("git", s_repository, "ls-files", "-z", "--cached", "--others", "--exclude-standard");
        Assert.True(files.ExitCode == 0, files.Output);
        foreach (string file in files.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(file => File.Exists(Path.Combine(s_repository, file))))
        {
            string copy = Path.Combine(clone, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(Path.Combine(s_repository, file), copy);
        }
    }

    /// <summary>A home, a cache of packages and a place for built files that nobody else has; packages are still read from the machine's cache, but for our own.</summary>
    private static Dictionary<string, string> Isolate(string temporary)
    {
        string cache = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        string others = Directory.CreateDirectory(Path.Combine(temporary, "others")).FullName;
        foreach (string package in Directory.Exists(cache) ? Directory.GetDirectories(cache).Where(package => !Path.GetFileName(package).StartsWith("dslnet", StringComparison.Ordinal)) : [])
            Directory.CreateSymbolicLink(Path.Combine(others, Path.GetFileName(package)), package);
        return new()
        {
            ["DOTNET_CLI_HOME"] = Directory.CreateDirectory(Path.Combine(temporary, "home")).FullName,
            ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false",
            ["DOTNET_ADD_GLOBAL_TOOLS_TO_PATH"] = "false",
            ["NUGET_PACKAGES"] = Path.Combine(temporary, "packages"),
            ["RestoreFallbackFolders"] = others,
            ["XDG_DATA_HOME"] = Directory.CreateDirectory(Path.Combine(temporary, "data")).FullName,
        };
    }

    private static string Save(string clone, string path, string text)
    {
        string file = Path.Combine(clone, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return "";
    }

    private static async Task<string> BashAsync(string folder, string commands, Dictionary<string, string> environment)
    {
        CommandResult result = await Dotnet.StartAsync("bash", folder, environment, "-e", "-x", "-c", commands);
        Assert.True(result.ExitCode == 0, result.Output);
        return result.Output;
    }

    [GeneratedRegex(@"(?<=^## In a project of your own\n).*?(?=^## )", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Section();

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("Save this as `(?<path>[^`]+)`")]
    private static partial Regex SavedAs();
}
