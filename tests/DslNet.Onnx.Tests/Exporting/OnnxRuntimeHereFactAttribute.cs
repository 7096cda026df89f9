using System.Runtime.CompilerServices;

namespace DslNet.Onnx.Tests.Exporting;

/// <summary>A test that asks ONNX Runtime, and is skipped where this build has it not.</summary>
internal sealed class OnnxRuntimeHereFactAttribute : FactAttribute
{
    public OnnxRuntimeHereFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = "ONNX Runtime is not here. Build with -p:WithOnnxRuntime=true.";
        SkipUnless = nameof(Policies.OnnxRuntime.IsBuiltIn);
        SkipType = typeof(Policies.OnnxRuntime);
    }
}
