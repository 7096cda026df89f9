namespace DslNet.CodeFixes.Tests.Refactorings;

/// <summary>The shapes of a network as comments behind its layers.</summary>
public sealed class ShapeCommentsTests
{
    private const string LeNet = "[Input(1, 28, 28)]\n[Conv2D(6, 5), ReLU, MaxPool2D(2)]\n[Flatten, Dense(10)]\n[SoftmaxCrossEntropy]";
    private const string LeNetShapes = "[Input(1, 28, 28)]\n[Conv2D(6, 5), ReLU, MaxPool2D(2)]  // 6×12×12\n[Flatten, Dense(10)]  // 10\n[SoftmaxCrossEntropy]";

    [Fact]
    public Task They_are_written() => Refactoring.VerifyNetworkAsync(LeNet, LeNetShapes);

    [Fact]
    public Task Line_breaks_stay() => Refactoring.VerifyAsync(
        Refactoring.Class(LeNet, "$$Net").Replace("\n", "\r\n"), Refactoring.Class(LeNetShapes, "Net").Replace("\n", "\r\n"));

    [Theory]
    [InlineData("[Input(4)] [Dense(8)] [Tanh]", "[Input(4)] [Dense(8)] [Tanh]  // 8")]
    [InlineData("[Input(4), Dense(8), Tanh, Output(8)]", "[Input(4), Dense(8), Tanh, Output(8)]  // 8")]
    [InlineData(
        "[\n    Input(1, 8, 8),\n    Conv2D(2, 3,\n        Padding = 1), ReLU,\n    MaxPool2D(2),\n    Flatten\n]",
        "[\n    Input(1, 8, 8),\n    Conv2D(2, 3,\n        Padding = 1), ReLU,  // 2×8×8\n    MaxPool2D(2),  // 2×4×4\n    Flatten  // 32\n]")]
    [InlineData("[Input(4)]\n[Dense(8)]   \n[Tanh]\t", "[Input(4)]\n[Dense(8)]  // 8\n[Tanh]  // 8")]
    [InlineData("[Input(4)]\n[type: Dense(8)]\n[System.Obsolete(\"old\"), Tanh]", "[Input(4)]\n[type: Dense(8)]  // 8\n[System.Obsolete(\"old\"), Tanh]  // 8")]
    [InlineData(
        "[Input(4), Dense(8, Name = \"A\")]\n[Dense(8), Add(\"A\")]\n[Concat(\"A\")]",
        "[Input(4), Dense(8, Name = \"A\")]  // 8\n[Dense(8), Add(\"A\")]  // 8\n[Concat(\"A\")]  // 16")]
    public Task One_stands_on_every_line_on_which_a_layer_ends(string before, string after) => Refactoring.VerifyNetworkAsync(before, after);

    [Theory]
    [InlineData("[Input(4)]\n[Dense(8)] // 9\n[Dense(3)]  // 3", "[Input(4)]\n[Dense(8)] // 8\n[Dense(3)]  // 3")]
    [InlineData("[Input(4)]\n[Dense(8)]        // 6×12×12\n[Dense(3)]        //4", "[Input(4)]\n[Dense(8)]        // 8\n[Dense(3)]        // 3")]
    [InlineData("[Input(1, 8, 8)]\n[Conv2D(2, 3)]  // 3×6×6  \n[ReLU]", "[Input(1, 8, 8)]\n[Conv2D(2, 3)]  // 2×6×6  \n[ReLU]  // 2×6×6")]
    public Task They_are_brought_up_to_date(string before, string after) => Refactoring.VerifyNetworkAsync(before, after);

    [Theory]
    [InlineData("[Input(4)] // four numbers\n[Dense(8)] // hidden", "[Input(4)] // four numbers\n[Dense(8)] // 8 // hidden")]
    [InlineData("[Input(4)] // 5\n[Dense(8)] // 9 // hidden\n[Dense(2)] /* two */", "[Input(4)] // 5\n[Dense(8)] // 8 // hidden\n[Dense(2)] /* two */  // 2")]
    [InlineData("[Input(4)]\n// 5\n[Dense(8)] // 8 of them\n/* 9 */ [Tanh]", "[Input(4)]\n// 5\n[Dense(8)] // 8 // 8 of them\n/* 9 */ [Tanh]  // 8")]
    [InlineData("[Input(4)]\n[Dense(8)] // 8×8\n[Tanh] // 1,024", "[Input(4)]\n[Dense(8)] // 8 // 8×8\n[Tanh] // 8 // 1,024")]
    [InlineData("[Input(4)]\n[Dense(8)]\n#region R // 7\n[Tanh]\n#endregion // 9", "[Input(4)]\n[Dense(8)]  // 8\n#region R // 7\n[Tanh]  // 8\n#endregion // 9")]
    public Task Other_comments_are_kept(string before, string after) => Refactoring.VerifyNetworkAsync(before, after);

    /// <summary>A comment over several lines, or the class itself, leaves no room at the end of the line.</summary>
    [Fact]
    public Task There_must_be_room_for_them() => Refactoring.VerifyAsync(
        "[Network, Input(4)]\n[Dense(8)] /* a\n b */ [Tanh]\n[Dense(3)] partial class $$Net;\n",
        "[Network, Input(4)]\n[Dense(8)] /* a\n b */ [Tanh]  // 8\n[Dense(3)] partial class Net;\n");

    [Theory]
    [InlineData(
        "[Input(1, 8, 8)]\n[Conv2D(2, 9)]\n[ReLU]  // 2×6×6\n[MaxPool2D(2)] // 1×1×1 // pooled\n[Dense(10)]\n[ReLU]",
        "[Input(1, 8, 8)]\n[Conv2D(2, 9)]\n[ReLU]\n[MaxPool2D(2)] // pooled\n[Dense(10)]  // 10\n[ReLU]  // 10")]
    [InlineData("[Dense(10)]\n[ReLU, Output(9)]", "[Dense(10)]  // 10\n[ReLU, Output(9)]  // 10")]
    [InlineData("[Input(4)]\n[Dens(10)]\n[ReLU]  // 4\n[Dense(3)]", "[Input(4)]\n[Dens(10)]\n[ReLU]\n[Dense(3)]  // 3")]
    [InlineData("[Input(4)]\n[Dense()]\n[Dense(0)]\n[Dense(3)]", "[Input(4)]\n[Dense()]\n[Dense(0)]\n[Dense(3)]  // 3")]
    public Task Behind_a_mistake_only_what_is_known_is_written(string before, string after) => Refactoring.VerifyNetworkAsync(before, after);

    [Theory]
    [InlineData("[Network, Input(4)]\n[De$$nse(8), Tanh]\npartial class Net;\n")]
    [InlineData("[Network, Input(4)]\n$$[Dense(8), Tanh]\npartial class Net;\n")]
    [InlineData("[Network, Input(4)]\n[Dense(8), Tanh]$$\npartial class Net;\n")]
    [InlineData("[Net$$work, Input(4)]\n[Dense(8), Tanh]\npartial class Net;\n")]
    [InlineData("[Network, Input(4)]\n[Dense(8), Tanh]\npartial class Net$$;\n")]
    [InlineData("[Network, Input(4)]\n[Dense(8), Tanh]\npartial class N$$et { class Other { } }\n")]
    public Task They_are_offered_on_the_name_and_the_attributes(string before) =>
        Refactoring.VerifyAsync(before, before.Replace("$$", "").Replace("Tanh]", "Tanh]  // 8"));

    [Theory]
    [InlineData("[Network, Input(4)]\n[Dense(8), Tanh]  // 8\npartial class $$Net;\n")]
    [InlineData("[Network, Input(4)]\n[Dense(8), Tanh]\npartial class Net { int $$a; }\n")]
    [InlineData("[Network, Input(4)]\n[Dense(8), Tanh]\npublic part$$ial class Net;\n")]
    [InlineData("[Network, Input(4)]\n[Dense(8), Tanh]\npartial class Net { class $$Other { } }\n")]
    [InlineData("[Network, Input(4)]\n[Dense(8), Tanh]\npartial class Net { [System.$$Obsolete] void M() { } }\n")]
    [InlineData("[Input(4)]\n[Dense(8), Tanh]\npartial class $$Net;\n")]
    [InlineData("[Network, Input(4)]\n[Dense(8), Tanh]\npartial class Net;\n[System.Obsolete] partial class $$Net;\n")]
    [InlineData("[Network]\npartial class $$Net;\n")]
    [InlineData("[Network, Input(4)]\n[Dense(8)]\npartial struct $$Net;\n")]
    [InlineData("using System;$$\n")]
    public Task They_are_offered_nowhere_else(string source) => Refactoring.VerifyNoneAsync(source);
}
