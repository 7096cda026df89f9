using DslNet.Onnx.Tests.Harness;

namespace DslNet.Onnx.Tests.Tool;

/// <summary>The command dslnet: what it writes, what it says, and its exit codes. A mistake is one line, never a stack trace.</summary>
public sealed class ToolTests
{
    private static readonly TestModel s_model = new TestModel().Input("obs", 4).Output("action").Weight("w", 3, 4).Weight("b", 3).Node("Gemm", "obs w b", "g", ("transB", 1)).Node("Tanh", "g", "action");

    [Fact]
    public async Task Import_writes_a_class_and_its_weights()
    {
        using TemporaryFolder folder = new();
        string model = folder.Write("my policy-2.onnx", s_model.Bytes);
        (int code, string output, _) = await Dslnet.RunAsync("import", model, "--output", folder["out"], "--namespace", "Game.Policies");
        Assert.Equal(0, code);
        Assert.Contains("15 parameters", output);
        Assert.Equal(["MyPolicy2.cs", "MyPolicy2.safetensors"], Directory.GetFiles(folder["out"]).Select(Path.GetFileName).Order());
        string source = await File.ReadAllTextAsync(folder["out/MyPolicy2.cs"], TestContext.Current.CancellationToken);
        Assert.Contains("namespace Game.Policies;", source);
        Assert.Contains("[Network]\n[Input(4)]\n[Dense(3), Tanh]\npublic sealed partial class MyPolicy2;\n", source);
    }

    [Fact]
    public async Task Export_writes_a_model_that_is_imported_again()
    {
        using TemporaryFolder folder = new();
        string weights = folder["checked.safetensors"], assembly = typeof(CheckedNetwork).Assembly.Location;
        new CheckedNetwork(3).Save(weights);
        (int code, string output, string errors) = await Dslnet.RunAsync("export", assembly, weights, "--network", nameof(CheckedNetwork));
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("15 parameters", output);
        Assert.Equal(["[Input(4)]", "[Dense(3), Tanh]"], Imports.Attributes(OnnxImport.Read(folder["checked.onnx"])));
        (code, _, errors) = await Dslnet.RunAsync("export", assembly, weights, "--network", nameof(CheckedNetwork));
        Assert.Equal(3, code);
        Assert.Contains("checked.onnx is there already", errors);
        Assert.Equal(0, (await Dslnet.RunAsync("export", assembly, weights, "--network", nameof(CheckedNetwork), "--force")).Code);
    }

    [Fact]
    public async Task Files_that_are_there_already_are_kept_unless_said_otherwise()
    {
        using TemporaryFolder folder = new();
        string model = folder.Write("Policy.onnx", s_model.Bytes), source = folder.Write("Policy.cs", "mine"u8.ToArray());
        (int code, _, string errors) = await Dslnet.RunAsync("import", model, "-o", folder.Path);
        Assert.Equal(3, code);
        Assert.Contains("Policy.cs is there already", errors);
        Assert.Equal("mine", await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken));
        Assert.False(File.Exists(folder["Policy.safetensors"]));
        Assert.Equal(0, (await Dslnet.RunAsync("import", model, "-o", folder.Path, "--force")).Code);
        Assert.Contains("class Policy", await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken));
    }

    /// <summary>Rows of the table: what is in the file (null: there is none), and the exit code.</summary>
    [Theory]
    [InlineData("not a model", 1)]
    [InlineData("", 1)]
    [InlineData(null, 3)]
    public async Task A_bad_file_is_one_line_and_an_exit_code(string? content, int expected)
    {
        using TemporaryFolder folder = new();
        string path = folder["Bad.onnx"];
        if (content is not null)
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        foreach (string command in new[] { "import", "describe" })
        {
            (int code, string output, string errors) = await Dslnet.RunAsync(command, path);
            Assert.Equal(expected, code);
            Assert.Empty(output);
            Assert.Single(errors.Trim().Split('\n'));
        }

        Assert.DoesNotContain(Directory.GetFiles(folder.Path), file => !file.EndsWith("Bad.onnx", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("import")]
    [InlineData("import", "x.onnx", "--nonsense")]
    [InlineData("fly")]
    [InlineData("describe", "x.txt")]
    [InlineData("check", "x.onnx")]
    public async Task A_command_that_is_written_wrongly_is_told_so(params string[] arguments)
    {
        (int code, _, string errors) = await Dslnet.RunAsync(arguments);
        Assert.Equal(2, code);
        Assert.NotEmpty(errors);
        Assert.DoesNotContain("   at ", errors);
    }

    [Fact]
    public async Task Describe_shows_layers_and_tensors()
    {
        using TemporaryFolder folder = new();
        string model = folder.Write("Policy.onnx", s_model.Bytes);
        (_, string layers, _) = await Dslnet.RunAsync("describe", model);
        Assert.Contains("Dense1", layers);
        Assert.Matches(@"total\s.*15", layers);
        await Dslnet.RunAsync("import", model, "-o", folder.Path);
        (int code, string tensors, _) = await Dslnet.RunAsync("describe", folder["Policy.safetensors"]);
        Assert.Equal(0, code);
        Assert.Matches(@"dense1\.weight\s+│?\s*F32", tensors);
        (code, string networks, string errors) = await Dslnet.RunAsync("describe", typeof(ToolTests).Assembly.Location);
        Assert.Equal((0, ""), (code, errors));
        Assert.Contains("Dense(3)", networks);
    }

    [Fact]
    public async Task Check_says_whether_weights_fit_a_network()
    {
        using TemporaryFolder folder = new();
        string assembly = typeof(ToolTests).Assembly.Location, model = folder.Write("Policy.onnx", s_model.Bytes);
        (int code, string output, _) = await Dslnet.RunAsync("check", model, assembly, "--network", nameof(CheckedNetwork));
        Assert.Equal(0, code);
        Assert.Contains("fits CheckedNetwork: 15 parameters", output);
        string other = folder.Write("Other.onnx", new TestModel().Input("x", 5).Output("y").Weight("w", 3, 5).Weight("b", 3).Node("Gemm", "x w b", "y", ("transB", 1)).Bytes);
        (code, _, string errors) = await Dslnet.RunAsync("check", other, assembly, "--network", nameof(CheckedNetwork));
        Assert.Equal(1, code);
        Assert.Contains("dense1.weight", errors);
        Assert.DoesNotContain("   at ", errors);
        Assert.Equal(2, (await Dslnet.RunAsync("check", model, assembly, "--network", "Nobody")).Code);
        Assert.Equal(3, (await Dslnet.RunAsync("check", model, folder["Missing.dll"])).Code);
    }
}
