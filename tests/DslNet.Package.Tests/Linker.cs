namespace DslNet.Package.Tests;

/// <summary>What publishing ahead of time needs beside the SDK.</summary>
internal static class Linker
{
    /// <summary>Skips a test where nothing could link its program.</summary>
    public static void SkipUnlessFound() => Assert.SkipUnless(
        OperatingSystem.IsWindows() ? HasVisualStudio() : Tools.Finds("clang") || Tools.Finds("gcc"),
        $"Publishing ahead of time needs a linker: install {(OperatingSystem.IsWindows() ? "Visual Studio's C++ build tools" : "clang or gcc")}.");

    /// <summary>The SDK finds Visual Studio's linker by this program.</summary>
    private static bool HasVisualStudio() => File.Exists(Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.ProgramFilesX86), "Microsoft Visual Studio/Installer/vswhere.exe"));
}
