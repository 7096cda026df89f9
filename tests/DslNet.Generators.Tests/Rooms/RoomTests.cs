using DslNet.Generators.Tests.Catalogue;

namespace DslNet.Generators.Tests.Rooms;

/// <summary>Folders are rooms in one line: a room uses those before it and none behind. docs/architecture.md says what each is for.</summary>
public sealed class RoomTests
{
    /// <summary>The library's rooms.</summary>
    private static readonly string[] s_library =
    [
        "Declaration", "Text", "Numerics", "Threads", "Tensors", "CompilerServices", "Sweeps", "Execution", "Networks", "Data", "Optimizers",
        "Serialization", "Training",
    ];

    private static readonly Lazy<RoomGraph> s_libraryGraph = new(() => RoomGraph.Of(
        Path.Combine(Documents.Root, "src/DslNet"),
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks;"));

    [Fact]
    public void A_room_of_the_library_uses_only_those_before_it() => AssertInLine(s_libraryGraph.Value, s_library);

    [Fact]
    public void No_folders_of_the_library_stand_in_a_circle() => Assert.Equal("", string.Join(" → ", s_libraryGraph.Value.FindCircle()));

    [Fact]
    public void Every_room_is_on_the_plan() => AssertOnPlan(s_libraryGraph.Value, s_library);

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
