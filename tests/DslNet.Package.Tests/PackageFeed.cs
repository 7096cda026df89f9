using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DslNet.Package.Tests;

/// <summary>
/// The packages, made from what is built, in a temporary feed outside the repository. They have a version of their own, and
/// consumers a folder of their own for extracted packages, since a version that is once extracted is never looked at again.
/// </summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private static readonly string s_source = Path.GetDirectoryName(ThisFile())!;
    private readonly string _folder = Directory.CreateTempSubdirectory("dslnet-packages-").FullName;
    private readonly string _alone = Directory.CreateTempSubdirectory("dslnet-alone-").FullName;

    public static string Repository { get; } = Path.GetFullPath(Path.Combine(s_source, "../.."));

    public static string Configuration { get; } = typeof(PackageFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Configuration").Value!;

    public string Version { get; } = string.Create(CultureInfo.InvariantCulture, $"0.2.0-test.{DateTime.UtcNow:yyyyMMddHHmmss}.{Environment.ProcessId}");

    /// <summary>Where the packages lie.</summary>
    public string Feed => Path.Combine(_folder, "feed");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Feed);
        // What is built is only read: other tests run meanwhile, in processes of their own.
        // The templates bring the other package along. Those of the tool and of what it reads ONNX by stand beside.
        foreach (string project in new[] { "templates/DslNet.Templates", "src/DslNet.Onnx", "src/DslNet.Audio", "src/DslNet.Data", "src/DslNet.Tool" })
        {
            await Dotnet.SucceedAsync(
                Repository, "pack", project, "--no-build", "-c", Configuration, "-o", Feed, $"-p:PackageVersion={Version}",
                $"-p:NuspecOutputPath={Path.Combine(_folder, "nuspec")}{Path.DirectorySeparatorChar}", "-nodeReuse:false");
        }

        // The folder is no one's child, so that nothing of the repository is inherited.
        await File.WriteAllTextAsync(Path.Combine(_folder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{Feed}" />
              </packageSources>
            </configuration>
            """);
        string global = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget/packages");
        string properties = $"""
            <Project>
              <PropertyGroup>
                <DslNetVersion>{Version}</DslNetVersion>
                <RestorePackagesPath>{Path.Combine(_folder, "extracted")}</RestorePackagesPath>
                <RestoreFallbackFolders>{(Directory.Exists(global) ? global : "")}</RestoreFallbackFolders>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
            </Project>
            """;
        await File.WriteAllTextAsync(Path.Combine(_folder, "Directory.Build.props"), properties);
        await File.WriteAllTextAsync(Path.Combine(_alone, "Directory.Build.props"), properties);
    }

    /// <summary>Copies a consumer out of the repository and restores it.</summary>
    /// <param name="name">The folder below Consumers.</param>
    /// <param name="project">The project in it to restore; its only one unless said otherwise.</param>
    internal async Task<string> RestoreAsync(string name, string project = "")
    {
        string from = Path.Combine(s_source, "Consumers", name), to = NewFolder(name);
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        string folder = Path.Combine(to, project);
        await Dotnet.SucceedAsync(folder, "restore", "-nodeReuse:false");
        return folder;
    }

    /// <summary>An empty folder in which the packages are found.</summary>
    internal string NewFolder(string name) =>
        Directory.CreateDirectory(Path.Combine(_folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{Guid.NewGuid():N}"), name)).FullName;

    /// <summary>An empty folder in which no package is found but what is put there.</summary>
    internal string NewFolderAlone(string name) => Directory.CreateDirectory(Path.Combine(_alone, Guid.NewGuid().ToString("N"), name)).FullName;

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_folder, recursive: true);
        Directory.Delete(_alone, recursive: true);
        return ValueTask.CompletedTask;
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
