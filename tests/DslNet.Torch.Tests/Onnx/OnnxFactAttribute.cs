using System.Runtime.CompilerServices;

namespace DslNet.Torch.Tests.Onnx;

/// <summary>A test that reads the ONNX project's node tests, and is skipped where they are not.</summary>
internal sealed class OnnxFactAttribute : FactAttribute
{
    public OnnxFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = NodeTests.Skip;
        SkipUnless = nameof(NodeTests.AreHere);
        SkipType = typeof(NodeTests);
    }
}
