using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DslNet.Package.Tests;

/// <summary>Programs without a runtime beside them: compiled ahead of time, and trimmed.</summary>
public sealed class NativeTests(PackageFeed feed)
{
    private const long LargestProgram = 3 * 1024 * 1024;

    [LongFact]
    public async Task A_program_is_compiled_ahead_of_time()
    {
        Linker.SkipUnlessFound();
        string folder = await feed.RestoreAsync("Native");
        // Arm64 needs none.
        string[] instructionSet = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? ["-p:IlcInstructionSet=x86-64-v3"] : [];
        CommandResult publish = await Dotnet.SucceedAsync(folder, ["publish", "-c", "Release", "-p:PublishAot=true", .. instructionSet, "-o", "out"]);
        Assert.Empty(BuildMessage.In(publish.Output));

        string program = Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "Native.exe" : "Native");
        string milliseconds = (await RunAsync(program)).After("milliseconds:");
        long size = new FileInfo(program).Length;
        await ReportAsync(string.Create(
            CultureInfo.InvariantCulture, $"LeNet-5 ahead of time: {size:N0} bytes, first prediction {milliseconds} ms after the process started"));
        Assert.InRange(size, 1, LargestProgram);
    }

    [LongFact]
    public async Task A_program_is_trimmed()
    {
        string folder = await feed.RestoreAsync("Native");
        CommandResult publish = await Dotnet.SucceedAsync(
            folder, "publish", "-c", "Release", "-p:PublishTrimmed=true", "--self-contained", "-p:TrimmerSingleWarn=false", "-o", "out");
        Assert.Empty(BuildMessage.In(publish.Output));
        await RunAsync(Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "Native.exe" : "Native"));
    }

    private static async Task<CommandResult> RunAsync(string program)
    {
        CommandResult run = await Dotnet.StartAsync(
            program, Path.GetDirectoryName(program)!, Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture));
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal("10", run.After("outputs:"));
        Assert.Equal(RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "True" : "False", run.After("AVX2:"));
        return run;
    }

    /// <summary>The runner of all tests shows nothing of those that pass: CI prints this file behind them.</summary>
    private static async Task ReportAsync(string line)
    {
        string folder = Directory.CreateDirectory(Path.Combine(PackageFeed.Repository, "artifacts")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "native.txt"), line + "\n", TestContext.Current.CancellationToken);
    }
}
