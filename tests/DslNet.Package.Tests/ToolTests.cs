using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace DslNet.Package.Tests;

/// <summary>The tool, installed from its package: a model becomes a class that a program builds with DslNet's package.</summary>
public sealed class ToolTests(PackageFeed feed)
{
    [LongFact]
    public async Task A_model_becomes_a_program()
    {
        string folder = feed.NewFolder("Game");
        await File.WriteAllBytesAsync(Path.Combine(folder, "policy.onnx"), Model(), TestContext.Current.CancellationToken);
        string tools = Path.Combine(folder, ".tools");
        await Dotnet.SucceedAsync(folder, "tool", "install", "DslNet.Tool", "--tool-path", tools, "--version", feed.Version, "--add-source", feed.Feed);
        CommandResult import = await Dotnet.StartAsync(Path.Combine(tools, OperatingSystem.IsWindows() ? "dslnet.exe" : "dslnet"), folder, "import", "policy.onnx");
        Assert.True(import.ExitCode == 0, import.Output);
        await File.WriteAllTextAsync(Path.Combine(folder, "Game.csproj"), """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="DslNet" Version="$(DslNetVersion)" />
              </ItemGroup>
            </Project>
            """, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "Program.cs"), """
            using DslNet;

            float[] action = new float[1];
            Network.Load<Policy>("Policy.safetensors").Predict([1f, 2f], action);
            System.Console.WriteLine("action: " + action[0].ToString(System.Globalization.CultureInfo.InvariantCulture));
            """, TestContext.Current.CancellationToken);
        CommandResult run = await Dotnet.SucceedAsync(folder, "run", "-c", "Release");
        Assert.Equal("8.5", run.After("action: "));
    }

    [Fact]
    public void It_needs_no_package_of_others_but_those_that_travel_in_it()
    {
        using ZipArchive package = ZipFile.OpenRead(Path.Combine(feed.Feed, $"DslNet.Tool.{feed.Version}.nupkg"));
        Assert.Equal(
            ["DslNet.Audio.dll", "DslNet.Onnx.dll", "DslNet.Search.dll", "DslNet.Tool.dll", "DslNet.dll", "Spectre.Console.Ansi.dll", "Spectre.Console.dll", "System.CommandLine.dll"],
            package.Entries.Where(entry => entry.Name.EndsWith(".dll", StringComparison.Ordinal)).Select(entry => entry.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>y = [3, 2] · x + 1.5, as bytes of protobuf.</summary>
    private static byte[] Model()
    {
        byte[] data = new byte[8];
        BinaryPrimitives.WriteSingleLittleEndian(data, 3);
        BinaryPrimitives.WriteSingleLittleEndian(data.AsSpan(4), 2);
        byte[] bias = new byte[4];
        BinaryPrimitives.WriteSingleLittleEndian(bias, 1.5f);
        byte[] node = [.. Text(1, "x"), .. Text(1, "w"), .. Text(1, "b"), .. Text(2, "y"), .. Text(4, "Gemm"), .. Message(5, [.. Text(1, "transB"), .. Number(3, 1), .. Number(20, 2)])];
        byte[] graph =
        [
            .. Message(1, node), .. Message(5, [.. Number(1, 1), .. Number(1, 2), .. Number(2, 1), .. Text(8, "w"), .. Message(9, data)]), .. Message(5, [.. Number(1, 1), .. Number(2, 1), .. Text(8, "b"), .. Message(9, bias)]),
            .. Message(11, [.. Text(1, "x"), .. Message(2, Message(1, [.. Number(1, 1), .. Message(2, [.. Message(1, Text(2, "batch")), .. Message(1, Number(1, 2))])]))]), .. Message(12, Text(1, "y")),
        ];
        return [.. Number(1, 8), .. Message(8, Number(2, 17)), .. Message(7, graph)];
    }

    /// <summary>A field with a number below 128.</summary>
    private static byte[] Number(int field, byte value) => [.. Tag(field, 0), value];

    private static byte[] Text(int field, string text) => Message(field, Encoding.ASCII.GetBytes(text));

    private static byte[] Message(int field, byte[] content) => [.. Tag(field, 2), .. Varint(content.Length), .. content];

    private static byte[] Tag(int field, int type) => Varint(field << 3 | type);

    private static byte[] Varint(int value) => value < 128 ? [(byte)value] : [(byte)(value & 127 | 128), .. Varint(value >> 7)];
}
