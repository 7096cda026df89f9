using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace DslNet.Package.Tests;

/// <summary>Programs that are not compiled just in time, or not all of them: do they start, and compute the same bits.</summary>
public sealed class NativeTests(PackageFeed feed)
{
    private const long LargestProgram = 3 * 1024 * 1024;

    private static bool IsX64 => RuntimeInformation.ProcessArchitecture == Architecture.X64;

    [LongFact]
    public async Task A_program_is_compiled_ahead_of_time()
    {
        Linker.SkipUnlessFound();
        string folder = await feed.RestoreAsync("Native");
        // Arm64 needs none.
        (string program, CommandResult publish) = await PublishAsync(folder, "aot", ["-p:PublishAot=true", .. IsX64 ? ["-p:IlcInstructionSet=x86-64-v3"] : Array.Empty<string>()]);
        Assert.Empty(BuildMessage.In(publish.Output));

        CommandResult run = await RunAsync(program);
        long size = new FileInfo(program).Length;
        await ReportAsync(string.Create(
            CultureInfo.InvariantCulture, $"LeNet-5 ahead of time: {size:N0} bytes, first prediction {run.After("milliseconds:")} ms after the process started"));
        Assert.InRange(size, 1, LargestProgram);
        if (IsX64)
            Assert.Equal("True", run.After("AVX2:"));
    }

    /// <summary>What docs/build.md says of each way to compile.</summary>
    [LongFact]
    public async Task The_bits_are_the_same_whenever_the_compiler_may_use_fused_multiply_add()
    {
        Linker.SkipUnlessFound();
        string folder = await feed.RestoreAsync("Native");
        string[] expected = await BitsAsync("jit", "--no-self-contained");
        Assert.Equal(3, expected.Distinct().Count());

        Assert.Equal(expected, await BitsAsync("trimmed", "-p:PublishTrimmed=true", "--self-contained"));
        Assert.Equal(expected, await BitsAsync("ready-to-run", "-p:PublishReadyToRun=true", "--self-contained"));
        Assert.Equal(expected, await BitsAsync("composite", "-p:PublishReadyToRun=true", "-p:PublishReadyToRunComposite=true", "--self-contained"));
        Assert.Equal(expected, await BitsAsync("avx2", "-p:PublishAot=true", "-p:IlcInstructionSet=x86-64-v3"));

        // The oldest x64 processors have no fused multiply-add: all three differ.
        (string oldest, CommandResult publish) = await PublishAsync(folder, "oldest", "-p:PublishAot=true");
        string[] bits = BitsOf(await RunAsync(oldest));
        Assert.Equal(IsX64 ? ["DSLN0402"] : [], BuildMessage.In(publish.Output).Select(message => message.Id));
        Assert.All(bits.Zip(expected), pair => Assert.Equal(IsX64, pair.First != pair.Second));
        Assert.Equal(IsX64, publish.Output.Contains("differ in their last bits"));

        async Task<string[]> BitsAsync(string name, params string[] arguments) => BitsOf(await RunAsync((await PublishAsync(folder, name, arguments)).Program));
    }

    [LongFact]
    public async Task A_program_is_trimmed()
    {
        string folder = await feed.RestoreAsync("Native");
        (string program, CommandResult publish) = await PublishAsync(folder, "trimmed", "-p:PublishTrimmed=true", "--self-contained", "-p:TrimmerSingleWarn=false");
        Assert.Empty(BuildMessage.In(publish.Output));
        await RunAsync(program);
    }

    private static async Task<(string Program, CommandResult Publish)> PublishAsync(string folder, string name, params string[] arguments)
    {
        CommandResult publish = await Dotnet.SucceedAsync(folder, ["publish", "-c", "Release", "--use-current-runtime", .. arguments, "-o", name]);
        return (Path.Combine(folder, name, OperatingSystem.IsWindows() ? "Native.exe" : "Native"), publish);
    }

    private static async Task<CommandResult> RunAsync(string program)
    {
        CommandResult run = await Dotnet.StartAsync(
            program, Path.GetDirectoryName(program)!, Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture));
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal("10", run.After("outputs:"));
        return run;
    }

    private static string[] BitsOf(CommandResult run) => [run.After("one:"), run.After("many:"), run.After("parameters:")];

    /// <summary>The runner of all tests shows nothing of those that pass: CI prints this file behind them.</summary>
    private static async Task ReportAsync(string line)
    {
        string folder = Directory.CreateDirectory(Path.Combine(PackageFeed.Repository, "artifacts")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "native.txt"), line + "\n", TestContext.Current.CancellationToken);
    }
}
