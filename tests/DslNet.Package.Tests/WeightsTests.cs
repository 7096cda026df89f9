using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace DslNet.Package.Tests;

/// <summary>Files of weights that a project names: compared by the build, embedded or copied, and loaded without a path.</summary>
public sealed class WeightsTests(PackageFeed feed)
{
    private const string Embedded = "net.de.safetensors", Copied = "models/net.safetensors";

    [Fact]
    public async Task A_build_compares_weights_and_programs_load_them()
    {
        string folder = await RestoreAsync();
        AssertRun(await Dotnet.SucceedAsync(folder, "run", "--no-restore", "-c", "Release"));

        // What is not touched is not written anew.
        string manifest = Directory.GetFiles(folder, "net.de.*.dslnet-weights.txt", SearchOption.AllDirectories).Single();
        DateTime written = File.GetLastWriteTimeUtc(manifest);
        await File.AppendAllTextAsync(Path.Combine(folder, "Program.cs"), "// An edit.\n", TestContext.Current.CancellationToken);
        await SucceedAsync(folder);
        Assert.Equal(written, File.GetLastWriteTimeUtc(manifest));
        File.SetLastWriteTimeUtc(Path.Combine(folder, Embedded), DateTime.UtcNow);
        await SucceedAsync(folder);
        Assert.NotEqual(written, File.GetLastWriteTimeUtc(manifest));

        // Another file is seen, whatever its time, and at the layer.
        Write(folder, Embedded, "fc", 3);
        File.SetLastWriteTimeUtc(Path.Combine(folder, Embedded), written.AddDays(-1));
        await FailAsync(folder, "Networks.cs(7,2): error DSLN0207: fc.weight of net.de.safetensors has the shape 1×3, but dense1.weight of Embedded has 1×2.");
        await FailAsync(folder, "Networks.cs(7,2): error DSLN0207: fc.weight of net.de.safetensors has the shape 1×3", "-p:RunAnalyzers=false");
        Write(folder, Embedded, "head", 2);
        await FailAsync(folder, "error DSLN0206: net.de.safetensors lacks dense1.weight (1×2), dense1.bias (1) of Embedded. If head.weight is meant, write Map=\"head:dense1\".");

        // What is no file of weights is told with its name, and nothing is read of what it claims.
        await File.WriteAllBytesAsync(Path.Combine(folder, Copied), [.. Number(90_000_000), .. "{"u8], TestContext.Current.CancellationToken);
        await FailAsync(folder, "net.safetensors : error DSLN0405: The file of weights cannot be read. It claims a header of 90000000 bytes, but has 1 behind these");
        File.Delete(Path.Combine(folder, Copied));
        await FailAsync(folder, "net.safetensors : error DSLN0405: There is no such file of weights.");

        Write(folder, Embedded, "fc", 2);
        Write(folder, Copied, "dense1", 2);
        AssertRun(await Dotnet.SucceedAsync(folder, "run", "--no-restore", "-c", "Release"));
        await EditProjectAsync(folder, "Network=\"Weights.Copied\"", "Network=\"Copie\"");
        await FailAsync(folder, "Weights.csproj(1,1): error DSLN0210: models/net.safetensors is for the network Copie, but the project declares none of that name. Write Network=\"Copied\".");
        await EditProjectAsync(folder, "Network=\"Copie\"", "");
        await FailAsync(folder, "Weights.csproj : error DSLN0406: DslNetWeights models/net.safetensors does not say which network the file is for.");

        // Files from outside are copied by their names.
        foreach (string outside in new[] { "../weights-a", "../weights-b" })
        {
            Directory.CreateDirectory(Path.Combine(folder, outside));
            Write(folder, outside + "/net.safetensors", "dense1", 2);
        }

        await EditProjectAsync(folder, "<DslNetWeights Include=\"models/net.safetensors\"  />", "<DslNetWeights Include=\"../weights-a/net.safetensors\" Network=\"Weights.Copied\" />");
        await EditProjectAsync(folder, "Include=\"models/net.safetensors\"", "Include=\"../weights-b/net.safetensors\"");
        await FailAsync(folder, "net.safetensors would both be copied to net.safetensors beside the program. Give one of them another name, or write Embed=\"true\".");
    }

    [LongFact]
    public async Task Weights_travel_with_a_program_that_is_compiled_ahead_of_time()
    {
        Linker.SkipUnlessFound();
        string folder = await RestoreAsync();
        CommandResult publish = await Dotnet.SucceedAsync(
            folder,
            ["publish", "-c", "Release", "--use-current-runtime", "-p:PublishAot=true", .. RuntimeInformation.ProcessArchitecture == Architecture.X64 ? ["-p:IlcInstructionSet=x86-64-v3"] : Array.Empty<string>(), "-o", "out"]);
        Assert.Empty(BuildMessage.In(publish.Output));
        string program = Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "Weights.exe" : "Weights");
        CommandResult run = await Dotnet.StartAsync(program, Path.GetDirectoryName(program)!);
        Assert.True(run.ExitCode == 0, run.Output);
        AssertRun(run);
    }

    private async Task<string> RestoreAsync()
    {
        string folder = await feed.RestoreAsync("Weights");
        Directory.CreateDirectory(Path.Combine(folder, "models"));
        Write(folder, Embedded, "fc", 2);
        Write(folder, Copied, "dense1", 2);
        return folder;
    }

    private static void AssertRun(CommandResult run)
    {
        // 3 · 1 + 2 · 2 + 1.5
        Assert.Equal("8.5", run.After("embedded:"));
        Assert.Equal("8.5", run.After("copied:"));
        Assert.Equal("8.5", run.After("renamed:"));
    }

    private static async Task SucceedAsync(string folder) => await Dotnet.SucceedAsync(folder, "build", "--no-restore", "-c", "Release");

    private static async Task FailAsync(string folder, string message, params string[] arguments)
    {
        CommandResult build = await Dotnet.RunAsync(folder, ["build", "--no-restore", "-c", "Release", .. arguments]);
        Assert.NotEqual(0, build.ExitCode);
        Assert.True(build.Output.Contains(message, StringComparison.Ordinal), $"{message}\n{build.Output}");
    }

    private static async Task EditProjectAsync(string folder, string from, string to)
    {
        string path = Path.Combine(folder, "Weights.csproj"), text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        Assert.Contains(from, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(path, text.Replace(from, to, StringComparison.Ordinal), TestContext.Current.CancellationToken);
    }

    /// <summary>A dense layer of one output, 3, 2, … and a bias of 1.5.</summary>
    private static void Write(string folder, string file, string layer, int inputs)
    {
        int bias = 4 * inputs, end = bias + 4;
        string header = FormattableString.Invariant(
            $$$"""{"{{{layer}}}.weight":{"dtype":"F32","shape":[1,{{{inputs}}}],"data_offsets":[0,{{{bias}}}]},"{{{layer}}}.bias":{"dtype":"F32","shape":[1],"data_offsets":[{{{bias}}},{{{end}}}]}}""");
        byte[] data = new byte[end];
        for (int i = 0; i < inputs; i++)
            BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(4 * i), 3 - i);
        BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(bias), 1.5f);
        File.WriteAllBytes(Path.Combine(folder, file), [.. Number(header.Length), .. Encoding.UTF8.GetBytes(header), .. data]);
    }

    private static byte[] Number(long value)
    {
        byte[] bytes = new byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        return bytes;
    }
}
