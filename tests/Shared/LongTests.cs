namespace DslNet;

/// <summary>
/// Tests that take long and rarely fail. They run with DSLNET_TESTS=all, as in CI; without it they are skipped, or try fewer cases.
/// </summary>
internal static class LongTests
{
    public const string Skip = "This takes long and rarely fails. Set DSLNET_TESTS=all to run it.";

    public static bool AreWanted { get; } = AreWantedBy(Environment.GetEnvironmentVariable("DSLNET_TESTS"));

    public static bool AreWantedBy(string? setting) => string.Equals(setting, "all", StringComparison.OrdinalIgnoreCase);
}
