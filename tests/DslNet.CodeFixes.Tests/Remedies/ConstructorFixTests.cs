namespace DslNet.CodeFixes.Tests.Remedies;

/// <summary>Fixes for DSLN0154.</summary>
public sealed class ConstructorFixTests
{
    [Fact]
    public Task Initialize_is_called_first() => CodeFix.VerifyAsync(
        Class("""
            public {|DSLN0154:Net|}(int seed, string path)
            {
                // Where it lies.
                Path = path;
            }

            public {|DSLN0154:Net|}(int @in)
            {
            }

            public {|DSLN0154:Net|}(long count, int seed) { Path = ""; }
        """),
        Class("""
            public Net(int seed, string path)
            {
                Initialize(seed);
                // Where it lies.
                Path = path;
            }

            public Net(int @in)
            {
                Initialize(@in);
            }

            public Net(long count, int seed) { Initialize(seed); Path = ""; }
        """),
        "Call Initialize(seed)");

    [Theory]
    [InlineData("{ Path = path;\n    }", "{ Initialize(seed); Path = path;\n    }")]
    [InlineData("{ /* Where\n    it lies. */ Path = path; }", "{ Initialize(seed); /* Where\n    it lies. */ Path = path; }")]
    [InlineData("{ Path = path; // here\n    }", "{ Initialize(seed); Path = path; // here\n    }")]
    [InlineData("{ // here\n        Path = path;\n    }", "{ // here\n        Initialize(seed);\n        Path = path;\n    }")]
    [InlineData("{ \t\n        Path = path; }", "{ \t\n        Initialize(seed);\n        Path = path; }")]
    [InlineData("{\n    }", "{\n        Initialize(seed);\n    }")]
    [InlineData("{}", "{ Initialize(seed);}")]
    public Task Initialize_stands_before_what_is_written_on_the_line_of_the_brace(string before, string after) => CodeFix.VerifyAsync(
        Class($"    public {{|DSLN0154:Net|}}(int seed, string path)\n    {before}"),
        Class($"    public Net(int seed, string path)\n    {after}"),
        "Call Initialize(seed)");

    [Fact]
    public Task Nothing_is_offered_without_a_seed_that_has_a_value() =>
        CodeFix.VerifyNoneInAsync(Class("    public {|DSLN0154:Net|}(string path, out int seed) { seed = path.Length; }"));

    private static string Class(string constructors) =>
        $"[Network, Input(2), Dense(3)]\npublic sealed partial class Net\n{{\n{constructors}\n\n    public string Path {{ get; set; }} = \"\";\n}}\n";
}
