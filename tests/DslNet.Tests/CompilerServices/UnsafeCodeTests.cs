using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>The library may compile unsafe code, for one method's sake.</summary>
public sealed class UnsafeCodeTests
{
    [Fact]
    public void Only_the_prefetch_is_unsafe()
    {
        string[] unsafeLines =
        [
            .. Directory.EnumerateFiles(SourcePath(), "*.cs", SearchOption.AllDirectories)
                .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
                .SelectMany(File.ReadLines)
                .Select(line => line.Trim())
                .Where(line => !line.StartsWith("//", StringComparison.Ordinal) && Regex.IsMatch(line, @"\bunsafe\b")),
        ];
        Assert.Equal(["public static unsafe void Prefetch(ref float memory, int floats)"], unsafeLines);
    }

    private static string SourcePath([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src", "DslNet");
}
