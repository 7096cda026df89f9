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

    private static string Class(string constructors) =>
        $"[Network, Input(2), Dense(3)]\npublic sealed partial class Net\n{{\n{constructors}\n\n    public string Path {{ get; set; }} = \"\";\n}}\n";
}
