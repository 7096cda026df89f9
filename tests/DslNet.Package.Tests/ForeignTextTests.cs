namespace DslNet.Package.Tests;

/// <summary>
/// What is a declaration in a text of another language, and what is a comment or a string. All texts are files of one project, whose folder
/// and files have apostrophes in their names, as MSBuild's own strings have.
/// </summary>
public sealed class ForeignTextTests(PackageFeed feed)
{
    private const string Network = "\n[<Network; Input(2)>]\ntype A() = class end\n";

    /// <summary>Nothing between two marks that begin nothing may be taken for a string.</summary>
    private static readonly string[] s_declaring =
    [
        "let q = '\"'" + Network + "let r = '\"'",
        "let q = '\\\"'" + Network + "let r = '\\\"'",
        "let q = '\\u0022', '\\034', '\\''" + Network + "let r = \"'\"",
        "let q = '\"'B" + Network + "let r = '\"'B",
        "let x' = 1\nlet f (a: 'a) (b: 'b) = x'" + Network + "let y' = 1",
        "let s = \"\"\"a \" b\"\"\"" + Network + "let t = \"c\"",
        "let s = \"\"\"\\\"\"\"" + Network + "let t = \"c\"",
        "let s = @\"C:\\\"" + Network + "let t = \"c\"",
        "let s = $@\"C:\\{1}\\\"" + Network + "let t = @$\"c\\\"",
        "let s = \"a (* b\"" + Network + "let t = \"*)\"",
        "let ``say \"it`` = 1" + Network + "let ``a \" b`` = 2",
        "(* '\"' *)" + Network + "(* '\"' *)",
        "(* don't *)" + Network + "(* can't *)",
        "(* a (*) b *)" + Network,
        "(* (* a *) *)" + Network + "(* *)",
        "let f = (*)" + Network + "(* x *)",
    ];

    private static readonly string[] s_harmless =
    [
        "let q = '\"'\nlet s = \"[<Network>]\"",
        "let q = '\\''\nlet s = \"[<Network>]\"",
        "let q = '\\\\'\nlet s = \"[<Network>]\"\nlet t = '\\\"'",
        "let s = \"\"\"a \"quoted\" [<Network>] \\\"\"\"",
        "let s = $$\"\"\"{1} \" [<Network>]\"\"\"",
        "let s = @\"a \"\"[<Network>]\"\" b\"",
        "let s = \"a \\\n  \\\" [<Network>]\"",
        "let s = \"a // b\" // \" [<Network>]",
        "let ``[<Network>] // (* `` = 1",
        "(* (* a *) [<Network>] *)",
        "(* \"*)\" [<Network>] *)",
    ];

    private static readonly string[] s_declaringBasic =
    [
        "<Network, Input(2), Dense(1)>\nPartial Public Class A\nEnd Class",
        "<Input(2), Dense(8), _\n Global.DslNet.network()>\nPartial Public Class A\nEnd Class",
        "<Network> <Input(2)>\n<Dense(8)> _\nPublic NotInheritable Class A\nEnd Class",
        "<Network(\"a\")>Class A\nEnd Class",
        "<Input(2)> <NetworkAttribute()> Structure A\nEnd Structure",
    ];

    private static readonly string[] s_harmlessBasic =
    [
        "Module A\n Dim x = <Network><a/></Network>\nEnd Module\nPublic Class B\nEnd Class",
        "Module A\n Dim x = <Root>\n<Network>\n text</Network></Root>\nEnd Module\nPublic Class B\nEnd Class",
        "Module A\n Dim x = 3 < network AndAlso network > 1\nEnd Module\nPublic Class B\nEnd Class",
        "' <Network>\nPublic Class A\nEnd Class",
        "<Serializable, NetworkShare, Other.Network>\nPublic Class A\nEnd Class",
    ];

    [LongFact]
    public Task FSharp_is_read_by_its_own_rules() =>
        CheckAsync("fs", s_declaring, s_harmless, "<Compile Include=\"*.fs\" />");

    [LongFact]
    public Task Visual_Basic_is_read_by_its_own_rules() => CheckAsync("vb", s_declaringBasic, s_harmlessBasic, "");

    /// <summary>Every file with a declaration is told, and no other.</summary>
    private async Task CheckAsync(string extension, string[] declaring, string[] harmless, string items)
    {
        string folder = feed.NewFolder("O'Brien");
        string[] texts = [.. declaring, .. harmless];
        for (int i = 0; i < texts.Length; i++)
            await WriteAsync(folder, $"It's {i:D2}.{extension}", texts[i] + "\n");
        await WriteAsync(folder, $"Texts.{extension}proj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>{items}</ItemGroup>
            </Project>
            """);

        // Where the targets of packages are imported too.
        await WriteAsync(folder, "Directory.Build.targets", $"""<Project><Import Project="{PackageFeed.Repository}/src/DslNet/build/DslNet.targets" /></Project>""");
        CommandResult check = await Dotnet.RunAsync(folder, "msbuild", "-t:DslNetCheckLanguage", "-nologo");
        Assert.NotEqual(0, check.ExitCode);
        Assert.Equal(declaring.Select((_, i) => new BuildMessage($"It's {i:D2}.{extension}", 0, "DSLN0403")), BuildMessage.In(check.Output));
    }

    private static Task WriteAsync(string folder, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
}
