using System.Runtime.CompilerServices;

namespace DslNet.Onnx.Tests.NodeTests;

/// <summary>A test that reads the ONNX project's node tests, and is skipped where they are not.</summary>
internal sealed class NodeTestFactAttribute : FactAttribute
{
    public NodeTestFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = NodeTestFiles.Skip;
        SkipUnless = nameof(NodeTestFiles.AreHere);
        SkipType = typeof(NodeTestFiles);
    }
}
