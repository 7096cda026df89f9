namespace DslNet.Networks.Tests;

/// <summary>How a process ended, and what it said.</summary>
internal sealed record ChildResult(int ExitCode, string Output, string Errors)
{
    public string LastLine => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? "";
}
