namespace DslNet.Tool;

/// <summary>What the command tells a script.</summary>
internal static class ExitCode
{
    /// <summary>The file is damaged, is no network of DslNet, or does not fit.</summary>
    public const int DoesNotFit = 1;

    /// <summary>The command was written wrongly.</summary>
    public const int Usage = 2;

    /// <summary>A file cannot be read or written.</summary>
    public const int Inaccessible = 3;
}
