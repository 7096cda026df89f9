using DslNet.Generators.Tests.Catalogue;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Rooms;

/// <summary>Folders are rooms in one line: a room uses those before it and none behind. docs/architecture.md says what each is for.</summary>
public sealed class RoomTests
{
    /// <summary>The generator's rooms; "." is the root.</summary>
    private static readonly string[] s_generator =
        ["Text", "Model", "Simd", "Expressions", "Tiling", "Operations", "Lowering", "Layers", "Planning", "Emission", "Diagnostics", "Parsing", "Analyzers", "."];

    /// <summary>Rooms of the generator that may know the compiler.</summary>
    private static readonly string[] s_withRoslyn = ["Diagnostics", "Parsing", "Analyzers", "."];

    /// <summary>The library's rooms.</summary>
    private static readonly string[] s_library =
    [
        "Declaration", "Text", "Checkpoints", "Numerics", "Threads", "Tensors", "CompilerServices", "Sweeps", "Execution", "Networks", "Data", "Optimizers",
        "Schedules", "Serialization", "Measures", "Reports", "Training",
    ];

    private const string ImplicitUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;";

    private static readonly Lazy<RoomGraph> s_libraryGraph = new(() => RoomGraph.Of(Path.Combine(Documents.Root, "src/DslNet"), ImplicitUsings));

    private static readonly Lazy<RoomGraph> s_generatorGraph = new(() => RoomGraph.Of(
        Path.Combine(Documents.Root, "generators/DslNet.Generators"),
        ImplicitUsings,
        MetadataReference.CreateFromFile(typeof(Compilation).Assembly.Location), MetadataReference.CreateFromFile(typeof(CSharpCompilation).Assembly.Location)));

    [Fact]
    public void A_room_of_the_generator_uses_only_those_before_it() => AssertInLine(s_generatorGraph.Value, s_generator);

    [Fact]
    public void A_room_of_the_library_uses_only_those_before_it() => AssertInLine(s_libraryGraph.Value, s_library);

    [Fact]
    public void No_folders_of_the_library_stand_in_a_circle() => Assert.Equal("", string.Join(" → ", s_libraryGraph.Value.FindCircle()));

    [Fact]
    public void No_folders_of_the_generator_stand_in_a_circle() => Assert.Equal("", string.Join(" → ", s_generatorGraph.Value.FindCircle()));

    [Fact]
    public void Only_what_parses_and_reports_knows_the_compiler()
    {
        IEnumerable<string> others = s_generatorGraph.Value.ForeignNamespaces
            .Where(room => !s_withRoslyn.Contains(Top(room.Key)) && room.Value.Any(name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)))
            .Select(room => room.Key);
        Assert.Empty(others);
    }

    [Fact]
    public void Every_room_is_on_the_plan()
    {
        AssertOnPlan(s_generatorGraph.Value, s_generator);
        AssertOnPlan(s_libraryGraph.Value, s_library);
    }

    private static void AssertInLine(RoomGraph graph, string[] rooms)
    {
        Assert.Equal("", string.Join("\n", graph.Errors));
        string[] back =
        [
            .. graph.Uses.Where(use => Array.IndexOf(rooms, Top(use.Key.To)) > Array.IndexOf(rooms, Top(use.Key.From)))
                .Select(use => $"{use.Key.From} → {use.Key.To}: {string.Join("; ", use.Value)}"),
        ];
        Assert.True(back.Length == 0, "Arrows back:\n" + string.Join("\n", back));
    }

    private static void AssertOnPlan(RoomGraph graph, string[] rooms) =>
        Assert.Empty(graph.Uses.Keys.SelectMany(use => new[] { Top(use.From), Top(use.To) }).Distinct().Except(rooms));

    private static string Top(string room) => room.Split('/')[0];
}
