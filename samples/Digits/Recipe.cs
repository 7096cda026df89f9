using DslNet;

namespace HandwrittenDigits;

/// <summary>How the network is trained: in one place, so that the program and its test do the same.</summary>
internal static class Recipe
{
    public static FitOptions Create(Dataset? validation = null, IProgress<FitProgress>? progress = null) => new()
    {
        Epochs = 30,
        BatchSize = 32,
        Optimizer = new Adam(1e-3f),
        Validation = validation,
        Progress = progress,
    };
}
