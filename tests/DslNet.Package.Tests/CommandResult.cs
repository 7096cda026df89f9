namespace DslNet.Package.Tests;

/// <summary>How a command ended, and what it wrote.</summary>
internal sealed record CommandResult(int ExitCode, string Output)
{
    /// <summary>The rest of the line that begins with this.</summary>
    public string After(string beginning)
    {
        string? line = Output.Split('\n').FirstOrDefault(line => line.StartsWith(beginning, StringComparison.Ordinal));
        Assert.True(line is not null, $"No line begins with \"{beginning}\":\n{Output}");
        return line![beginning.Length..].Trim();
    }
}
