namespace DslNet.Package.Tests;

/// <summary>What a test needs of the machine besides the SDK.</summary>
internal static class Tools
{
    /// <summary>Publishing ahead of time needs a linker.</summary>
    public static void SkipWithoutLinker() =>
        Assert.SkipUnless(OperatingSystem.IsWindows() || Finds("clang") || Finds("gcc"), "Publishing ahead of time needs a linker: install clang or gcc.");

    /// <summary>Whether a program is on the PATH.</summary>
    public static bool Finds(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
