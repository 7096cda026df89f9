namespace DslNet.Package.Tests;

/// <summary>What the package's targets say about compilers and language versions.</summary>
public sealed class ToolchainTests(PackageFeed feed)
{
    [Theory]
    [InlineData("LangVersion=13", "DSLN0401", "Remove LangVersion from the project, or write <LangVersion>14</LangVersion>.")]
    [InlineData("CompilerApiVersion=roslyn4.8", "DSLN0400", "Install the .NET 10 SDK or newer")]
    public async Task Old_toolchains_get_a_readable_message(string property, string id, string remedy)
    {
        string folder = await feed.RestoreAsync("Strict");
        CommandResult build = await Dotnet.RunAsync(folder, "build", "--no-restore", "-p:" + property);
        Assert.NotEqual(0, build.ExitCode);
        Assert.Equal([id], BuildMessage.In(build.Output).Select(message => message.Id));
        Assert.Contains(remedy, build.Output);
    }

    [Theory]
    [InlineData("", "True")]
    [InlineData("-p:DslNetOptimizeInDebug=true", "False")]
    public async Task The_optimiser_can_be_on_in_debug_builds(string property, string disabled)
    {
        string folder = await feed.RestoreAsync("Strict");
        string[] arguments = ["run", "--no-restore", "-c", "Debug"];
        CommandResult run = await Dotnet.SucceedAsync(folder, property.Length == 0 ? arguments : [.. arguments, property]);
        Assert.Equal(disabled, run.After("optimiser disabled:"));
    }
}
