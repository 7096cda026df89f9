namespace DslNet.Package.Tests;

/// <summary>Programs of one file: <c>dotnet run app.cs</c>.</summary>
public sealed class FileProgramTests(PackageFeed feed)
{
    private const string Program = """
        using System.Diagnostics;
        using System.Reflection;
        using DslNet;

        var net = new Xor(seed: 1);
        float[] outputs = new float[1];
        net.Predict([1f, 0f], outputs);
        Console.WriteLine($"finite:{float.IsFinite(outputs[0])}");
        Console.WriteLine($"optimiser disabled:{typeof(Xor).Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled ?? false}");

        [Network]
        [Input(2), Dense(8), Tanh, Dense(1)]
        [BinaryCrossEntropy]
        public sealed partial class Xor;
        """;

    [Fact]
    public async Task A_program_of_one_file_runs_optimised_and_without_a_warning()
    {
        string folder = await WriteAsync();
        CommandResult run = await Dotnet.SucceedAsync(folder, "run", "--artifacts-path", "made", "xor.cs");
        Assert.Equal("True", run.After("finite:"));
        Assert.Equal("False", run.After("optimiser disabled:"));
        Assert.Empty(BuildMessage.In(run.Output));
        // Where nothing is to be told, nothing is printed but what the program prints.
        Assert.DoesNotContain("DSLN", run.Output);
    }

    [LongFact]
    public async Task The_optimiser_can_be_turned_off()
    {
        string folder = await WriteAsync("#:property DslNetOptimizeInDebug=false");
        CommandResult run = await Dotnet.SucceedAsync(folder, "run", "--artifacts-path", "made", "xor.cs");
        Assert.Equal("True", run.After("optimiser disabled:"));
    }

    [LongFact]
    public async Task Publishing_one_tells_of_the_instruction_set_as_such_programs_write_it()
    {
        Linker.SkipUnlessFound();
        Assert.SkipUnless(System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture == System.Runtime.InteropServices.Architecture.X64, "Only x64 needs an instruction set.");
        const string remedy = "#:property IlcInstructionSet=x86-64-v3";
        Assert.Equal(["DSLN0402"], await PublishAsync(told: true));
        Assert.Equal([], await PublishAsync(told: false, remedy));
        Assert.Equal([], await PublishAsync(told: false, "#:property NoWarn=DSLN0402"));

        async Task<IEnumerable<string>> PublishAsync(bool told, params string[] lines)
        {
            string folder = await WriteAsync(lines);
            CommandResult publish = await Dotnet.SucceedAsync(folder, "publish", "xor.cs", "--artifacts-path", "made", "-o", "out");
            Assert.Equal(told, publish.Output.Contains($"Add {remedy} to the program's first lines"));
            CommandResult run = await Dotnet.StartAsync(Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "xor.exe" : "xor"), folder);
            Assert.Equal("True", run.After("finite:"));
            return BuildMessage.In(publish.Output).Select(message => message.Id);
        }
    }

    private async Task<string> WriteAsync(params string[] lines)
    {
        string folder = feed.NewFolder("File");
        string text = string.Join('\n', [$"#:package DslNet@{feed.Version}", .. lines, Program]) + "\n";
        await File.WriteAllTextAsync(Path.Combine(folder, "xor.cs"), text, TestContext.Current.CancellationToken);
        return folder;
    }
}
