namespace DslNet.Generators.Tests.Harness;

/// <summary>A function of one's own is generated anew with its body, and with nothing else.</summary>
public sealed class OwnFunctionCachingTests
{
    private const string Networks =
        "[Network, Input(4), Dense(24), Activation(typeof(Mine), nameof(Mine.F))] internal partial class A; [Network, Input(6), Dense(24)] internal partial class B;";

    [Theory]
    [InlineData("public static float F(float x) => x * x;", "public static float F(float x) => x * x * x;")]
    [InlineData("public static float F(float x) => G(x); static float G(float x) => x;", "public static float F(float x) => G(x); static float G(float x) => -x;")]
    [InlineData("public static float F(float x) => S * x; const float S = 2;", "public static float F(float x) => S * x; const float S = 3;")]
    public void An_edit_of_the_body_rewrites_the_network(string before, string after)
    {
        IReadOnlyCollection<string> rewritten = Generation.Rewritten(Networks, Class(before), Class(after));
        Assert.Contains("A.Avx2Kernels.g.cs", rewritten);
        Assert.All(rewritten, name => Assert.StartsWith("A.", name, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("public static float F(float x) => x * x;", "public static float F(float y) { float z = y; return z * (y); } static float Other() => 3;")]
    [InlineData("public static float F(float x) => 2 * x;", "const float Two = 2;\n/// <summary>Twice.</summary>\npublic static float F(float x) => Two * x;")]
    public void What_computes_the_same_rewrites_nothing(string before, string after) => Assert.Empty(Generation.Rewritten(Networks, Class(before), Class(after)));

    private static string Class(string members) => $"internal static class Mine {{ {members} }}";
}
