using System.Globalization;

namespace DslNet.Package.Tests;

/// <summary>Programs that get everything from the package alone.</summary>
public sealed class ConsumerTests(PackageFeed feed)
{
    [Fact]
    public async Task A_program_learns_xor_and_digits()
    {
        string folder = await feed.RestoreAsync("Training");
        File.Copy(Path.Combine(PackageFeed.Repository, "samples/Digits/digits.csv.gz"), Path.Combine(folder, "digits.csv.gz"));
        CommandResult run = await Dotnet.SucceedAsync(folder, "run", "--no-restore", "-c", "Release");
        Assert.Equal("0 1 1 0", run.After("xor:"));
        Assert.InRange(double.Parse(run.After("digits:"), CultureInfo.InvariantCulture), 0.93, 1);
    }

    [LongFact]
    public async Task The_strictest_project_stays_clean_and_can_be_optimised_for_debugging()
    {
        string folder = await feed.RestoreAsync("Strict");
        CommandResult build = await Dotnet.SucceedAsync(folder, "build", "--no-restore");
        Assert.Empty(BuildMessage.In(build.Output));
        CommandResult run = await Dotnet.SucceedAsync(folder, "run", "--no-build");
        Assert.Equal("3", run.After("outputs:"));
        Assert.Equal("True", run.After("optimiser disabled:"));

        run = await Dotnet.SucceedAsync(folder, "run", "--no-restore", "-p:DslNetOptimizeInDebug=true", "-p:RunAnalyzers=false");
        Assert.Equal("False", run.After("optimiser disabled:"));
    }

    [LongFact]
    public async Task A_network_of_a_library_is_used_from_another_project()
    {
        string folder = await feed.RestoreAsync("Library", "App");
        CommandResult run = await Dotnet.SucceedAsync(folder, "run", "--no-restore", "-c", "Release");
        Assert.Equal("same bits", run.After("library:"));
    }
}
