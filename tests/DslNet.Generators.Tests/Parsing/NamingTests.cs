using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis.CSharp;

namespace DslNet.Generators.Tests.Parsing;

/// <summary>Names of layers and of the class.</summary>
public sealed class NamingTests
{
    [Fact]
    public void Layers_are_numbered_by_kind_and_named_ones_count()
    {
        NetworkSpec spec = NetworkSource.Valid(
            """[Input(1, 8, 8), Conv2D(2, 3), ReLU, Conv2D(2, 3, Name = "Middle"), ReLU, Conv2D(2, 3), Flatten, Dense(2)]""");
        Assert.Equal(["Conv1", "ReLU1", "Middle", "ReLU2", "Conv3", "Flatten1", "Dense1"], spec.Nodes.Select(node => node.Name));
    }

    [Fact]
    public void What_is_generated_can_be_compiled_whatever_the_names()
    {
        NetworkSpec spec = NetworkSource.Any(
            """
            [Input(2), Dense(2, Name = "a b"), Dense(2, Name = "a_b"), Dense(2, Name = "Seed"), Dense(2, Name = "class"),
             Dense(2, Name = "Dense7"), Dense(2, Name = ""), Dense(2), Dense(2, Name = "Net"), Dense(2, Name = "Input")]
            """);
        Assert.False(spec.IsValid);
        string[] names = [.. spec.Nodes.Select(node => node.Name)];
        Assert.Equal(9, names.Distinct().Count());
        Assert.All(names, name => Assert.True(
            SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && name is not ("Seed" or "Net" or "Input")));
    }

    [Fact]
    public void A_name_that_is_not_allowed_can_still_be_referred_to()
    {
        ParsedNetwork parsed = NetworkSource.Parse(NetworkSource.Class("""[Input(2), Dense(2, Name = "a b"), ReLU, Add("a b")]"""));
        Assert.Equal(["DSLN0010"], parsed.Problems.Select(problem => problem.Id));
        Assert.Equal([2, 1], parsed.Spec.Nodes[2].Inputs);
    }

    [Theory]
    [InlineData("public partial class Net;", "", "Net", true)]
    [InlineData("partial class Net;", "", "Net", false)]
    [InlineData("namespace A.@event.B { public partial class Net; }", "A.@event.B", "A.event.B.Net", true)]
    [InlineData("namespace A; public partial class O { protected partial class Net; }", "A", "A.O.Net", true, "partial class O")]
    [InlineData("public partial struct S { partial interface I { public partial record R { public partial record struct T { public partial class Net; } } } }", "", "S.I.R.T.Net", false, "partial struct S", "partial interface I", "partial record class R", "partial record struct T")]
    public void The_class_is_described_so_that_another_part_can_be_written(
        string source, string space, string hint, bool isPublic, params string[] containers)
    {
        source = "using DslNet;\n" + System.Text.RegularExpressions.Regex.Replace(
            source, @"((public|protected) )?partial class Net;", "[Network, Input(2), Dense(1)] $0");
        ParsedNetwork parsed = NetworkSource.Parse(source);
        Assert.Empty(parsed.Problems);
        Assert.True(parsed.CanExtend);
        Assert.Equal(
            new TypeSpec(space, "Net", containers.ToEquatableArray(), isPublic, HasConstructor: false, HasSeedConstructor: false), parsed.Spec.Type);
        Assert.Equal(hint, parsed.Spec.Type.HintName);
    }

    [Theory]
    [InlineData("partial class Net;", false, false)]
    [InlineData("partial class Net { static Net() { } }", false, false)]
    [InlineData("partial class Net { public Net(string a) { } Net(int a, int b) { } }", false, false)]
    [InlineData("partial class Net { public Net() { } }", true, false)]
    [InlineData("partial class Net { internal Net(int seed = 3) { } }", false, true)]
    [InlineData("partial class Net { public Net() { } public Net(int seed) { } }", true, true)]
    [InlineData("partial class Net(int seed) { public int First = seed; }", false, true)]
    public void Constructors_of_the_user_are_seen(string declaration, bool nothing, bool seed)
    {
        TypeSpec type = NetworkSource.Parse(NetworkSource.Class("[Input(2), Dense(1)]", declaration)).Spec.Type;
        Assert.Equal((nothing, seed), (type.HasConstructor, type.HasSeedConstructor));
    }

    [Theory]
    [InlineData("class Net;", false)]
    [InlineData("static partial class Net;", false)]
    [InlineData("partial class Net<T>;", false)]
    [InlineData("partial record Net;", false)]
    [InlineData("file partial class Net;", false)]
    [InlineData("partial class Net : System.IO.MemoryStream;", false)]
    [InlineData("abstract partial class Net;", true)]
    [InlineData("partial class Net { public required int A { get; set; } }", true)]
    public void What_cannot_be_extended_is_left_alone(string declaration, bool expected)
    {
        ParsedNetwork parsed = NetworkSource.Parse(NetworkSource.Class("[Input(2), Dense(1)]", declaration));
        Assert.Equal(expected, parsed.CanExtend);
        Assert.False(parsed.Spec.IsValid);
    }
}
