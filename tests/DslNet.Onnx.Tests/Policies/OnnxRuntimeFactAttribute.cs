using System.Runtime.CompilerServices;

namespace DslNet.Onnx.Tests.Policies;

/// <summary>A test that asks ONNX Runtime about policies, and is skipped where either cannot be had.</summary>
internal sealed class OnnxRuntimeFactAttribute : FactAttribute
{
    public OnnxRuntimeFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = OnnxRuntime.Skip;
        SkipUnless = nameof(OnnxRuntime.IsHere);
        SkipType = typeof(OnnxRuntime);
    }
}
