namespace DslNet.Package.Tests;

/// <summary>Tests that take minutes of a processor: CI runs them, and whoever sets DSLNET_TESTS=all.</summary>
internal static class Thorough
{
    public static void SkipUnlessAsked() =>
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DSLNET_TESTS") == "all", "It takes minutes. Set DSLNET_TESTS=all to run it.");
}
