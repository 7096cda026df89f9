using System.Runtime.CompilerServices;

namespace DslNet.Torch.Tests;

/// <summary>A test that asks libtorch, and is skipped where it cannot be had.</summary>
internal sealed class TorchFactAttribute : FactAttribute
{
    public TorchFactAttribute([CallerFilePath] string? sourceFilePath = null, [CallerLineNumber] int sourceLineNumber = -1)
        : base(sourceFilePath, sourceLineNumber)
    {
        Skip = LibTorch.Skip;
        SkipUnless = nameof(LibTorch.IsHere);
        SkipType = typeof(LibTorch);
    }
}
