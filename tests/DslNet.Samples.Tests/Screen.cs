using System.Globalization;
using Xunit;

namespace DslNet.Samples.Tests;

/// <summary>A console of 80 columns.</summary>
internal static class Screen
{
    private const int Columns = 80;

    /// <summary>Asserts that no line of what a program printed is wider.</summary>
    public static void Fits(string output)
    {
        string[] wide = [.. output.Split('\n', '\r').Where(line => new StringInfo(line).LengthInTextElements > Columns)];
        Assert.True(wide.Length == 0, string.Join('\n', wide));
    }
}
