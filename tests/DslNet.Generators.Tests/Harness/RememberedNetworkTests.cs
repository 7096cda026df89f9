namespace DslNet.Generators.Tests.Harness;

/// <summary>A network is read again wherever an edit of another file may have changed what its declaration means.</summary>
public sealed class RememberedNetworkTests
{
    [Theory]
    [InlineData("[Network, Input(6), Dense(Sizes.Width)] internal partial class Net;", "internal static class Sizes { public const int Width = 7; }", "internal static class Sizes { public const int Width = 9; }")]
    [InlineData("[Network, Input(6), Use<Part>] internal partial class Net;", "[Block, Dense(7), ReLU] internal class Part;", "[Block, Dense(7), Tanh] internal class Part;")]
    [InlineData("[Network, Input(6), Dense(7)] internal partial class Net;", "internal partial class Net { }", "internal partial class Net { internal Net() { } }")]
    [InlineData("[Network, Input(6), Dense(3), Activation(typeof(Curves), nameof(Curves.Curve))] internal partial class Net;", "internal static class Curves { public static float Curve(float x) => x * x; }", "internal static class Curves { public static float Curve(float x) => x * x * x; }")]
    public void What_other_files_say_is_seen(string network, string before, string after)
    {
        Assert.NotEmpty(Generation.Rewritten(network, before, after));
        Assert.Empty(Generation.Rewritten(network, before, before + " // the same"));
    }

    /// <summary>The other constant has the name of a generated one.</summary>
    [Fact]
    public void Constants_of_other_networks_are_read_again() => Assert.Contains("Net.Programs.g.cs", Generation.Rewritten(
        "[Network, Input(6), Dense(Other.OutputLength)] internal partial class Net;",
        "[Network, Input(3), Dense(4)] internal partial class Other;",
        "[Network, Input(3), Dense(5)] internal partial class Other;"));
}
