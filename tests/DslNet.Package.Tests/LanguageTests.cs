namespace DslNet.Package.Tests;

/// <summary>Projects in other languages: they may use networks of a C# library, and hear of it if they declare one.</summary>
public sealed class LanguageTests(PackageFeed feed)
{
    private const string FSharpUser = """
        namespace Acme
        open DslNet

        // [<Network>] in a comment, (* and so *)
        (* [<Network; Input(2)>] *)
        module User =
            let text = "[<Network>] in a string, // and no comment"
            let network (description: NetworkDescription) = description.ParameterLength * 2

        """;

    private const string BasicUser = """
        Imports DslNet
        ' <Network> in a comment
        Public Module User
          Public Const Text As String = "<Network> in a string"
          Public Function IsBetween(network As Integer) As Boolean
            Return 3 < network AndAlso network > 1
          End Function
        End Module

        """;

    [LongFact]
    public async Task A_network_declared_in_FSharp_is_an_error_and_its_mere_use_is_none()
    {
        string folder = await RestoreAsync("fsproj", """<Compile Include="Code.fs" />""");
        await CheckAsync(folder, "Code.fs", FSharpUser, "F#", "");
        await CheckAsync(folder, "Code.fs", FSharpUser, "F#", "[<Obsolete(\"a; b)\")>]\n[<NetworkShare; Other.Network>]\ntype A() = class end");
        await CheckAsync(folder, "Code.fs", FSharpUser, "F#", "[<Network; Input(2); Dense(1)>]\ntype A() = class end", isDeclared: true);
        await CheckAsync(folder, "Code.fs", FSharpUser, "F#", "type [<Input(2)>] [<DslNet.NetworkAttribute>] A() = class end", isDeclared: true);
        await CheckAsync(folder, "Code.fs", FSharpUser, "F#", "[<Input(2)\n  Dense(8); Tanh\n  type: Network(Name = \"a\")>]\ntype A() = class end", isDeclared: true);
    }

    [LongFact]
    public async Task A_network_declared_in_Visual_Basic_is_an_error_and_its_mere_use_is_none()
    {
        string folder = await RestoreAsync("vbproj", "");
        await CheckAsync(folder, "Code.vb", BasicUser, "Visual Basic", "");
        await CheckAsync(folder, "Code.vb", BasicUser, "Visual Basic", "<Serializable, NetworkShare, Other.Network>\nPublic Class A\nEnd Class");
        await CheckAsync(folder, "Code.vb", BasicUser, "Visual Basic", "<Network, Input(2), Dense(1)>\nPartial Public Class A\nEnd Class", isDeclared: true);
        await CheckAsync(folder, "Code.vb", BasicUser, "Visual Basic", "<Input(2), Dense(8), _\n Global.DslNet.network()>\nPartial Public Class A\nEnd Class", isDeclared: true);
    }

    /// <summary>A C# library's network, its package reached through the library alone.</summary>
    [LongTheory]
    [InlineData("fsproj", "Program.fs", """
        open Acme
        [<EntryPoint>]
        let main _ =
            let network = Classifier(1)
            printfn "has parameters:%b" (network.Description.ParameterLength >= 9)
            0
        """)]
    [InlineData("vbproj", "Program.vb", """
        Module Program
          Sub Main()
            Console.WriteLine("has parameters:" & (New Acme.Classifier(1).Description.ParameterLength >= 9))
          End Sub
        End Module
        """)]
    public async Task Other_languages_use_the_networks_of_a_library(string kind, string file, string program)
    {
        string folder = feed.NewFolder("Uses");
        string library = Directory.CreateDirectory(Path.Combine(folder, "Library")).FullName, user = Directory.CreateDirectory(Path.Combine(folder, "User")).FullName;
        await WriteAsync(library, "Library.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="DslNet" Version="{feed.Version}" /></ItemGroup>
            </Project>
            """);
        await WriteAsync(library, "Classifier.cs", "using DslNet; namespace Acme; [Network, Input(2), Dense(3), SoftmaxCrossEntropy] public sealed partial class Classifier;");
        await WriteAsync(user, "User." + kind, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
              <ItemGroup><ProjectReference Include="../Library/Library.csproj" />{(kind == "fsproj" ? $"""<Compile Include="{file}" />""" : "")}</ItemGroup>
            </Project>
            """);
        await WriteAsync(user, file, program);
        CommandResult run = await Dotnet.SucceedAsync(user, "run");
        Assert.Equal("true", run.After("has parameters:"), ignoreCase: true);
        Assert.Empty(BuildMessage.In(run.Output));
    }

    private static async Task CheckAsync(string folder, string file, string user, string language, string declaration, bool isDeclared = false)
    {
        await WriteAsync(folder, file, user + declaration + "\n");
        CommandResult check = await Dotnet.RunAsync(folder, "msbuild", "-t:DslNetCheckLanguage", "-nologo");
        Assert.True(isDeclared == (check.ExitCode != 0), declaration + "\n" + check.Output);
        Assert.Equal(isDeclared ? [new BuildMessage(file, 0, "DSLN0403")] : [], BuildMessage.In(check.Output));
        if (!isDeclared)
            return;
        Assert.Contains($"This declares a network in {language}, but networks are generated in C# only: it would stay an empty class. Declare it in a C# project, and refer to that project from this one.", check.Output);
        await Dotnet.SucceedAsync(folder, "msbuild", "-t:DslNetCheckLanguage", "-p:DslNetCheckLanguage=false");
    }

    private async Task<string> RestoreAsync(string kind, string items)
    {
        string folder = feed.NewFolder("Foreign");
        await WriteAsync(folder, "Foreign." + kind, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup><PackageReference Include="DslNet" Version="{feed.Version}" />{items}</ItemGroup>
            </Project>
            """);
        await Dotnet.SucceedAsync(folder, "restore");
        return folder;
    }

    private static Task WriteAsync(string folder, string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
}
