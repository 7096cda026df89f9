namespace DslNet.Generators.Tests.Analyzers;

/// <summary>DSLN0154: constructors of the user's that leave all weights at zero.</summary>
public sealed class ConstructorRuleTests
{
    [Theory]
    [InlineData("public {|DSLN0154:Net|}(string path, int seed) => Path = path;", "This constructor of Net does not call Initialize, so that all weights start at zero. Write Initialize(seed) in it, or call another constructor by ': this(…)'.")]
    [InlineData("public {|DSLN0154:Net|}(int start) { }", "This constructor of Net does not call Initialize, so that all weights start at zero. Write Initialize(start) in it, or call another constructor by ': this(…)'.")]
    [InlineData("public {|DSLN0154:Net|}() { Path = nameof(Net); this.Path += System.IO.Path.GetTempPath(); }", "This constructor of Net does not call Initialize, so that all weights start at zero. Write Initialize(0) in it, or call another constructor by ': this(…)'.")]
    [InlineData("public {|DSLN0154:Net|}(string path, out int seed) => seed = 3; public {|DSLN0154:Net|}(string path, float x, ref int seed) { }", "This constructor of Net does not call Initialize, so that all weights start at zero. Write Initialize(0) in it, or call another constructor by ': this(…)'.", "This constructor of Net does not call Initialize, so that all weights start at zero. Write Initialize(0) in it, or call another constructor by ': this(…)'.")]
    [InlineData("public {|DSLN0154:Net|}(string path) : base() { } public Net(int seed) : this(\"\") { } ")]
    public Task Weights_are_not_drawn(string members, params string[] messages) => Verify("Dense(3)", members, messages);

    [Theory]
    [InlineData("public Net(int seed) => Initialize(seed); public Net(string path) : this(3) => Path = path; static Net() { }")]
    [InlineData("public Net(string path) => this.Load(path); public Net(string path, int seed) { Path = path; this.Initialize(seed); }")]
    [InlineData("public Net(string path) => Prepare(); void Prepare() => Initialize(3); public Net(float x) => Parameters.Fill(x);")]
    [InlineData("public Net(System.Action<Net> prepare) => prepare(this); public Net(float[] x) { Dense1.Weight.CopyFrom(x); }")]
    [InlineData("public Net(string path) => Init.Fill(Dense1); public Net(float x) { var layer = this.Dense1; Init.Fill(layer); }")]
    public Task Weights_are_or_may_be_set(string members) => Verify("Dense(3)", members);

    [Fact]
    public Task Without_weights_there_is_nothing_to_draw() => Verify("Tanh", "public Net(string path) { }");

    private static Task Verify(string layer, string members, params string[] messages) => Analysis.VerifyUseAsync(
        $$"""
        [Network, Input(2), {{layer}}]
        partial class Net
        {
            {{members}}
            public string Path { get; set; } = "";
        }
        static class Init { public static void Fill<T>(T layer) { } }
        """,
        messages);
}
