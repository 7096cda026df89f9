using System.Runtime.CompilerServices;
using Xunit;

namespace DslNet;

/// <summary>A test that takes long: see <see cref="LongTests"/>.</summary>
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = LongTests.Skip;
        SkipUnless = nameof(LongTests.AreWanted);
        SkipType = typeof(LongTests);
    }
}
