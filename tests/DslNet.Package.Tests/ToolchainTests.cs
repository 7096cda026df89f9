using System.Runtime.InteropServices;

namespace DslNet.Package.Tests;

/// <summary>What the package's targets say about compilers, language versions and instruction sets.</summary>
public sealed class ToolchainTests(PackageFeed feed)
{
    [Fact]
    public async Task Old_toolchains_get_a_readable_message()
    {
        string folder = await feed.RestoreAsync("Mistakes");
        await CheckAsync("LangVersion=13", "DSLN0401", "Remove LangVersion from the project, or write <LangVersion>14</LangVersion>.");
        await CheckAsync("CompilerApiVersion=roslyn4.8", "DSLN0400", "Install the .NET 10 SDK or newer");

        async Task CheckAsync(string property, string id, string remedy)
        {
            CommandResult build = await Dotnet.RunAsync(folder, "build", "--no-restore", "-p:" + property);
            Assert.NotEqual(0, build.ExitCode);
            Assert.Equal([id], BuildMessage.In(build.Output).Select(message => message.Id));
            Assert.Contains(remedy, build.Output);
        }
    }

    /// <summary>A name that is not known would leave the portable kernels alone.</summary>
    [Theory]
    [InlineData("Avx2", "")]
    [InlineData("avx512%2c NEON%2cPortable", "")]
    [InlineData("Sse", "Sse")]
    [InlineData("Avx2%2cAvx%2cNeon64", "Avx,Neon64")]
    [InlineData("Avx2 Neon", "Avx2 Neon")]
    public async Task Instruction_sets_have_known_names(string targets, string unknown)
    {
        string folder = await feed.RestoreAsync("Native");
        CommandResult check = await Dotnet.RunAsync(folder, "msbuild", "-t:DslNetCheckTargets", $"-p:DslNetTargets={targets}");
        Assert.Equal(unknown.Length > 0 ? ["DSLN0403"] : [], BuildMessage.In(check.Output).Select(message => message.Id));
        if (unknown.Length > 0)
            Assert.Contains($"DslNetTargets names no instruction set by '{unknown}'. Write one or more of Avx512, Avx2, Neon and Portable", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_instruction_set_is_told()
    {
        string folder = await feed.RestoreAsync("Native");
        await CheckAsync("linux-x64", "", "", told: true);
        await CheckAsync("linux-x64", "x86-64-v3", "", told: false);
        await CheckAsync("linux-x64", "x86-64-v4", "", told: false);
        await CheckAsync("linux-x64", "", "Portable", told: false);
        await CheckAsync("linux-x64", "", "Avx512", told: true);
        await CheckAsync("linux-arm64", "", "", told: false);

        async Task CheckAsync(string runtime, string instructionSet, string targets, bool told)
        {
            CommandResult check = await Dotnet.SucceedAsync(
                folder, "msbuild", "-t:DslNetCheckInstructionSet", "-p:PublishAot=true", $"-p:RuntimeIdentifier={runtime}",
                $"-p:IlcInstructionSet={instructionSet}", $"-p:DslNetTargets={targets}");
            Assert.Equal(told ? ["DSLN0402"] : [], BuildMessage.In(check.Output).Select(message => message.Id));
            Assert.Equal(told, check.Output.Contains("<IlcInstructionSet>x86-64-v3</IlcInstructionSet>"));
        }
    }

    /// <summary>An ordinary build asks, and can be told that this is meant.</summary>
    [Fact]
    public async Task A_missing_instruction_set_is_told_by_a_build()
    {
        string folder = await feed.RestoreAsync("Native");
        await CheckAsync(RuntimeInformation.ProcessArchitecture == Architecture.X64 ? ["DSLN0402"] : []);
        await CheckAsync([], "-p:NoWarn=DSLN0402");

        async Task CheckAsync(string[] expected, params string[] more)
        {
            CommandResult build = await Dotnet.SucceedAsync(folder, ["build", "-p:PublishAot=true", .. more]);
            Assert.Equal(expected, BuildMessage.In(build.Output).Select(message => message.Id));
        }
    }
}
