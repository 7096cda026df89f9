using System.Globalization;
using System.Runtime.InteropServices;

namespace DslNet.Package.Tests;

/// <summary>Programs without a runtime beside them: compiled ahead of time, and trimmed.</summary>
public sealed class NativeTests(PackageFeed feed)
{
    private const int Starts = 5;
    private const long LargestProgram = 3 * 1024 * 1024;

    [Fact]
    public async Task A_program_is_compiled_ahead_of_time()
    {
        Assert.True(
            OperatingSystem.IsWindows() || FindsTool("clang") || FindsTool("gcc"),
            "Publishing ahead of time needs a linker. Install clang or gcc with the headers of zlib, then run the tests again.");

        string folder = await feed.RestoreAsync("Native");
        CommandResult publish = await Dotnet.SucceedAsync(folder, "publish", "-c", "Release", "-p:PublishAot=true", "-p:IlcInstructionSet=x86-64-v3", "-o", "out");
        Assert.Empty(BuildMessage.In(publish.Output));

        string program = Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "Native.exe" : "Native");
        // The system counts a process's start in hundredths of a second, and other work disturbs it: the least of several tells most.
        double least = double.PositiveInfinity;
        for (int i = 0; i < Starts; i++)
            least = Math.Min(least, double.Parse((await RunAsync(program)).After("milliseconds:"), CultureInfo.InvariantCulture));
        long size = new FileInfo(program).Length;
        TestContext.Current.SendDiagnosticMessage(
            "LeNet-5 ahead of time: {0:N0} bytes, first prediction {1:F1} ms after the process started", size, least);
        Assert.InRange(size, 1, LargestProgram);
    }

    [Fact]
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
        CommandResult run = await Dotnet.StartAsync(program, Path.GetDirectoryName(program)!);
        Assert.True(run.ExitCode == 0, run.Output);
        Assert.Equal("10", run.After("outputs:"));
        Assert.Equal(RuntimeInformation.ProcessArchitecture == Architecture.X64 ? "True" : "False", run.After("AVX2:"));
        return run;
    }

    private static bool FindsTool(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
