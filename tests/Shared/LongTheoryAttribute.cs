using System.Runtime.CompilerServices;
using Xunit;

namespace DslNet;

/// <summary>A theory whose cases take long: see <see cref="LongTests"/>.</summary>
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = LongTests.Skip;
        SkipUnless = nameof(LongTests.AreWanted);
        SkipType = typeof(LongTests);
    }
}
