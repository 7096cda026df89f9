using System.Runtime.InteropServices;

namespace DslNet.Package.Tests;

/// <summary>Commands of the benchmarks where something is missing: one line says what, and how to get it.</summary>
public sealed class BenchmarkTests : IDisposable
{
    private const string Program = "DslNet.Benchmarks";

    private readonly string _folder = Directory.CreateTempSubdirectory("dslnet-benchmarks-").FullName;

    [Fact]
    public async Task Outside_of_a_working_copy_there_is_nothing_to_build_peers_from() =>
        await FailAsync("There is no DslNet.sln above ", [], "compare", "--peer", "dslnet", "torchsharp", "--workload", "tiny");

    [LongFact]
    public async Task A_peer_whose_packages_are_not_to_be_had_is_named_with_the_first_error()
    {
        await MakePeerAsync("""<ItemGroup><PackageReference Include="DslNet.Nowhere" Version="1.0.0" /></ItemGroup>""");
        await FailAsync(
            "ONNX Runtime cannot be built: error NU1101: Unable to find package DslNet.Nowhere. ", [], "compare", "--peer", "dslnet", "ort", "--workload", "tiny");
    }

    /// <summary>The program's own start needs none: it says itself where the run-time is.</summary>
    [Fact]
    public async Task Without_dotnet_on_the_path_it_is_dotnet_that_is_missing()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows looks for programs in more places than the PATH.");
        string program = Path.Combine(CopyProgram(), Program);
        CommandResult result = await Dotnet.StartAsync(
            program,
            _folder,
            new Dictionary<string, string> { ["PATH"] = _folder, ["DOTNET_ROOT"] = Path.GetDirectoryName(Host)! },
            ["compare", "--peer", "dslnet", "naive", "--workload", "tiny", "--quick"]);
        CheckFailure("dotnet cannot be started: ", result);
    }

    [LongFact]
    public async Task Without_the_library_that_draws_all_but_the_drawing_is_written()
    {
        // The copy has no native libraries.
        await FailAsync(
            "SkiaSharp, which draws compare.png, cannot be loaded: ", [], "compare", "--peer", "dslnet", "naive", "--workload", "tiny", "--metric", "infer", "--batch", "1", "--quick", "--output", "out");
        Assert.Equal(["compare.csv", "compare.md"], Directory.GetFiles(Path.Combine(_folder, "out")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Kernels_that_the_processor_cannot_run_are_told_with_those_it_can()
    {
        CommandResult result = await FailAsync(
            "This processor cannot run Avx2Kernels. ", new() { ["DOTNET_EnableAVX2"] = "0" }, "kernels", "--workload", "tiny", "--target", "Avx2Kernels");
        Assert.Contains("or PortableKernels.", result.Output);
    }

    [Theory]
    [InlineData("threads", "--batch", "0")]
    [InlineData("threads", "--threads", "0")]
    [InlineData("threads", "--rounds", "0")]
    [InlineData("kernels", "--block", "0")]
    [InlineData("kernels", "--rounds", "0")]
    [InlineData("quick", "--rounds", "-1")]
    [InlineData("start", "--rounds", "0")]
    [InlineData("compare", "--threads", "0")]
    public async Task Numbers_that_count_nothing_are_refused(string command, string option, string value)
    {
        CommandResult result = await RunAsync([], command, option, value);
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains($"{option} must be 1 or more.", result.Output);
    }

    private async Task<CommandResult> FailAsync(string beginning, Dictionary<string, string> environment, params string[] arguments)
    {
        CommandResult result = await RunAsync(environment, arguments);
        CheckFailure(beginning, result);
        return result;
    }

    private static void CheckFailure(string beginning, CommandResult result)
    {
        Assert.Equal(1, result.ExitCode);
        // What it did before may be printed too; the last line says it all.
        Assert.StartsWith(beginning, result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1]);
        Assert.DoesNotMatch(@"(?m)^\s+at ", result.Output);
    }

    private static string Host { get; } =
        Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private async Task<CommandResult> RunAsync(Dictionary<string, string> environment, params string[] arguments) =>
        await Dotnet.StartAsync(Host, _folder, environment, [Path.Combine(CopyProgram(), Program + ".dll"), .. arguments]);

    /// <summary>A copy of the program, so that no working copy of the repository is above it.</summary>
    private string CopyProgram()
    {
        string copy = Path.Combine(_folder, "program"), built = Path.Combine(PackageFeed.Repository, "benchmarks", Program, "bin", PackageFeed.Configuration, "net10.0");
        if (!Directory.Exists(copy))
        {
            Directory.CreateDirectory(copy);
            foreach (string file in Directory.GetFiles(built).Where(file => Path.GetExtension(file) is ".dll" or ".json" || Path.GetFileName(file) == Program))
                File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        }

        return copy;
    }

    private async Task MakePeerAsync(string items)
    {
        string peer = Directory.CreateDirectory(Path.Combine(_folder, "benchmarks", "DslNet.Benchmarks.Peers.OnnxRuntime")).FullName;
        await File.WriteAllTextAsync(Path.Combine(_folder, "DslNet.sln"), "", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "nuget.config"), """<configuration><packageSources><clear /><add key="empty" value="." /></packageSources></configuration>""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(peer, "Peer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              {items}
            </Project>
            """, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
