namespace DslNet.Package.Tests;

/// <summary>What the package's targets say about compilers, language versions and instruction sets.</summary>
public sealed class ToolchainTests(PackageFeed feed)
{
    [LongFact]
    public async Task Old_toolchains_get_a_readable_message()
    {
        string folder = await feed.RestoreAsync("Mistakes");
        await CheckAsync("LangVersion=13", "DSLN0401", "Remove LangVersion from the project, or from the Directory.Build.props above it, or write <LangVersion>14</LangVersion>.");
        await CheckAsync("LangVersion=ISO-2", "DSLN0401", "is compiled as C# ISO-2");
        await CheckAsync("CompilerApiVersion=roslyn4.8", "DSLN0400", "Install the .NET 10 SDK or newer");
        await CheckAsync("CompilerApiVersion=roslyn4.14", "DSLN0400", "which needs Roslyn 5.0 or newer");
        // Nobody sets LangVersion: there is nothing to remove.
        await CheckAsync("_MaxAvailableLangVersion=13.0%3B_MaxSupportedLangVersion=13.0", "DSLN0401", "That is the default of net10.0 with this compiler: target net10.0 or newer, with the compiler of the .NET 10 SDK or newer.");

        async Task CheckAsync(string property, string id, string remedy)
        {
            CommandResult build = await Dotnet.RunAsync(folder, "build", "--no-restore", "-p:" + property.Replace("%3B", ";"));
            Assert.NotEqual(0, build.ExitCode);
            Assert.Equal([id], BuildMessage.In(build.Output).Select(message => message.Id));
            Assert.Contains(remedy, build.Output);
        }
    }

    /// <summary>A name that is not known would leave the portable kernels alone.</summary>
    [LongTheory]
    [InlineData("Avx2", "")]
    [InlineData("avx512%2c NEON%2cPortable", "")]
    [InlineData("Sse", "Sse")]
    [InlineData("Avx2%2cAvx%2cNeon64", "Avx,Neon64")]
    [InlineData("Avx2 Neon", "Avx2 Neon")]
    public async Task Instruction_sets_have_known_names(string targets, string unknown)
    {
        string folder = await feed.RestoreAsync("Native");
        CommandResult check = await Dotnet.RunAsync(folder, "msbuild", "-t:DslNetCheckTargets", $"-p:DslNetTargets={targets}");
        Assert.Equal(unknown.Length > 0 ? ["DSLN0404"] : [], BuildMessage.In(check.Output).Select(message => message.Id));
        if (unknown.Length > 0)
            Assert.Contains($"DslNetTargets names no instruction set by '{unknown}'. Write one or more of Avx512, Avx2, Neon and Portable, with commas between, or leave DslNetTargets out for the default.", check.Output, StringComparison.Ordinal);
    }

    /// <summary>Whatever is said counts.</summary>
    [LongTheory]
    [InlineData("browser-wasm", "", "Portable")]
    [InlineData("browser-wasm", "Avx2", "Avx2")]
    [InlineData("linux-x64", "", "")]
    public async Task WebAssembly_has_portable_kernels_alone(string runtime, string targets, string expected)
    {
        string folder = await feed.RestoreAsync("Native");
        string[] said = targets.Length > 0 ? [$"-p:DslNetTargets={targets}"] : [];
        CommandResult property = await Dotnet.SucceedAsync(folder, ["msbuild", "-getProperty:DslNetTargets", $"-p:RuntimeIdentifier={runtime}", .. said]);
        Assert.Equal(expected, property.Output.Trim());
    }

    [LongFact]
    public async Task A_missing_instruction_set_is_told()
    {
        string folder = await feed.RestoreAsync("Native");
        await CheckAsync("linux-x64", "", "", told: true);
        await CheckAsync("linux-x64", "x86-64-v3", "", told: false);
        await CheckAsync("linux-x64", "x86-64-v4", "", told: false);
        await CheckAsync("linux-x64", "native", "", told: false);
        await CheckAsync("linux-x64", "avx2", "", told: false);
        await CheckAsync("win-x86", "", "", told: true);
        // Portable kernels use fused multiply-add too: without, their bits differ.
        await CheckAsync("linux-x64", "", "Portable", told: true);
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

    [LongFact]
    public async Task A_missing_instruction_set_is_told_where_a_program_is_published_and_nowhere_else()
    {
        string folder = await feed.RestoreAsync("Native");
        CommandResult build = await Dotnet.SucceedAsync(folder, "build", "-p:PublishAot=true", "-p:RunAnalyzers=false");
        Assert.Empty(BuildMessage.In(build.Output));

        // What publishing runs, without the minutes of compiling: the check comes first, and can be told that this is meant.
        await CheckAsync(["DSLN0402"]);
        await CheckAsync([], "-p:NoWarn=DSLN0402");

        async Task CheckAsync(string[] expected, params string[] more)
        {
            CommandResult check = await Dotnet.SucceedAsync(
                folder, ["msbuild", "-t:DslNetCheckInstructionSet", "-p:PublishAot=true", "-p:RuntimeIdentifier=linux-x64", .. more]);
            Assert.Equal(expected, BuildMessage.In(check.Output).Select(message => message.Id));
        }
    }

    /// <summary>Packages that know no framework restore everywhere, and fail later in ways that tell nothing.</summary>
    [LongFact]
    public async Task Other_frameworks_are_refused_at_restore_by_both_names()
    {
        string folder = feed.NewFolder("Old");
        foreach (string frameworks in new[] { "net8.0", "netstandard2.0;net472;net10.0", "net9.0;net10.0" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "Old.csproj"), $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFrameworks>{frameworks}</TargetFrameworks></PropertyGroup>
                  <ItemGroup><PackageReference Include="DslNet" Version="{feed.Version}" /></ItemGroup>
                </Project>
                """, TestContext.Current.CancellationToken);
            CommandResult restore = await Dotnet.RunAsync(folder, "restore", "--force");
            Assert.NotEqual(0, restore.ExitCode);
            Assert.Equal(["NU1202"], BuildMessage.In(restore.Output).Select(message => message.Id).Distinct());
            foreach (string refused in frameworks.Split(';').Where(framework => framework != "net10.0"))
                Assert.Contains($"is not compatible with {refused} ", restore.Output);
            Assert.DoesNotContain("is not compatible with net10.0", restore.Output);
            Assert.Contains("supports: net10.0 ", restore.Output);
        }
    }

    /// <summary>As docs/build.md has it for a library of several frameworks.</summary>
    [LongFact]
    public async Task A_library_of_several_frameworks_refers_to_the_package_where_it_can()
    {
        string folder = feed.NewFolder("Several"), docs = await File.ReadAllTextAsync(Path.Combine(PackageFeed.Repository, "docs/build.md"), TestContext.Current.CancellationToken);
        string reference = docs.Split('\n').Single(line => line.StartsWith("<PackageReference", StringComparison.Ordinal)).Replace("0.2.0", feed.Version);
        await File.WriteAllTextAsync(Path.Combine(folder, "Several.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFrameworks>netstandard2.0;net10.0</TargetFrameworks></PropertyGroup>
              <ItemGroup>{reference}</ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
        await Dotnet.SucceedAsync(folder, "restore");
        string assets = await File.ReadAllTextAsync(Path.Combine(folder, "obj/project.assets.json"), TestContext.Current.CancellationToken);
        Assert.Contains($"DslNet/{feed.Version}", assets);
    }
}
