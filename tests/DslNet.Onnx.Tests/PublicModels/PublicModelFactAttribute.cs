using System.Runtime.CompilerServices;

namespace DslNet.Onnx.Tests.PublicModels;

/// <summary>A test that compares public models with ONNX Runtime, and is skipped where one of both is missing.</summary>
internal sealed class PublicModelFactAttribute : FactAttribute
{
    public PublicModelFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = PublicModelFiles.Skip;
        SkipUnless = nameof(PublicModelFiles.AreHere);
        SkipType = typeof(PublicModelFiles);
    }
}
