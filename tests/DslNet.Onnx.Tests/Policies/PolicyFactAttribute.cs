using System.Runtime.CompilerServices;

namespace DslNet.Onnx.Tests.Policies;

/// <summary>A test that reads trained policies, and is skipped where they are not.</summary>
internal sealed class PolicyFactAttribute : FactAttribute
{
    public PolicyFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = PolicyFiles.Skip;
        SkipUnless = nameof(PolicyFiles.AreHere);
        SkipType = typeof(PolicyFiles);
    }
}
