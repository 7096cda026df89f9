namespace DslNet.Package.Tests;

/// <summary>What a test needs of the machine besides the SDK.</summary>
internal static class Tools
{
    /// <summary>Whether a program is on the PATH.</summary>
    public static bool Finds(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
