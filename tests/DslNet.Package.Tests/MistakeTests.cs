namespace DslNet.Package.Tests;

/// <summary>What a user with mistakes sees on the command line.</summary>
public sealed class MistakeTests(PackageFeed feed)
{
    [Fact]
    public async Task Every_mistake_is_told_and_nothing_else()
    {
        string folder = await feed.RestoreAsync("Mistakes");
        await FailAsExpectedAsync(folder);
    }

    /// <summary>Where no analyzers run, the errors of networks are told all the same. Whoever uses a class that is none has an error of the compiler's.</summary>
    [LongTheory]
    [InlineData("-p:RunAnalyzers=false")]
    [InlineData("-p:RunAnalyzersDuringBuild=false")]
    [InlineData("-p:IsImplicitlyTriggeredBuild=true")]
    public async Task Errors_are_told_without_analyzers(string property)
    {
        string folder = await feed.RestoreAsync("Mistakes");
        CommandResult build = await Dotnet.RunAsync(folder, "build", "--no-restore", property);
        Assert.NotEqual(0, build.ExitCode);
        IEnumerable<BuildMessage> expected = BuildMessage.ExpectedIn(Path.Combine(folder, "Networks.cs"))
            .Where(message => string.CompareOrdinal(message.Id, "DSLN0150") < 0 && message.Id != "DSLN0008");
        Assert.Equal(expected.OrderBy(message => message.Line).ThenBy(message => message.Id), BuildMessage.In(build.Output));
    }

    /// <summary>An attribute that nobody knows keeps the compiler from asking analyzers; the mistakes beside it are told all the same.</summary>
    [LongFact]
    public async Task An_unknown_attribute_hides_nothing() => await FailAsExpectedAsync(await feed.RestoreAsync("Unknown"));

    /// <summary>But for those that need a look: of assertions, and those that give another network.</summary>
    [LongFact]
    public async Task The_command_line_applies_every_fix()
    {
        string folder = await feed.RestoreAsync("Fixable");
        await FailAsExpectedAsync(folder);
        CommandResult format = await Dotnet.SucceedAsync(folder, "format", "analyzers", "--no-restore", "--severity", "info");
        CommandResult build = await Dotnet.RunAsync(folder, "build", "--no-restore");
        Assert.True(build.ExitCode == 0 && !BuildMessage.In(build.Output).Any(), format.Output + build.Output);
        Assert.Equal(
            await File.ReadAllTextAsync(Path.Combine(folder, "Networks.fixed.txt"), TestContext.Current.CancellationToken),
            await File.ReadAllTextAsync(Path.Combine(folder, "Networks.cs"), TestContext.Current.CancellationToken));
    }

    /// <summary>A build must fail with the ids that comments expect, each in its line, and with no others.</summary>
    private static async Task FailAsExpectedAsync(string folder)
    {
        CommandResult build = await Dotnet.RunAsync(folder, "build", "--no-restore");
        Assert.NotEqual(0, build.ExitCode);
        IEnumerable<BuildMessage> expected = Directory.EnumerateFiles(folder, "*.cs").SelectMany(BuildMessage.ExpectedIn);
        Assert.Equal(
            expected.OrderBy(message => message.File).ThenBy(message => message.Line).ThenBy(message => message.Id),
            BuildMessage.In(build.Output));
    }
}
