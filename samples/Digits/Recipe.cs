using DslNet;

namespace HandwrittenDigits;

/// <summary>How the network is trained: in one place, so that the program and its test do the same.</summary>
internal static class Recipe
{
    /// <summary>The seed of digits.safetensors: it divides the digits as they were divided when that was trained.</summary>
    public const int TrainedSeed = 7;

    public static FitOptions Create(Dataset? validation = null, IProgress<FitProgress>? progress = null) => new()
    {
        Epochs = 30,
        BatchSize = 32,
        Optimizer = new Adam(1e-3f),
        Validation = validation,
        Progress = progress,
    };
}
