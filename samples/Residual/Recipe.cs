using DslNet;

namespace DrawnShapes;

/// <summary>How the network is trained: in one place, so that the program and its test do the same.</summary>
internal static class Recipe
{
    /// <summary>How many images are drawn to learn from, and how many others to test with.</summary>
    public const int TrainingCount = 6000, TestCount = 1200;

    /// <summary>How often each is seen.</summary>
    public const int Epochs = 5;

    /// <summary>Steps grow shorter and shorter, down to none.</summary>
    public static FitOptions Create(int epochs, IProgress<FitProgress>? progress = null)
    {
        const int batch = 32;
        return new()
        {
            Epochs = epochs,
            BatchSize = batch,
            Optimizer = new AdamW(3e-3f),
            LearningRateSchedule = new CosineSchedule(epochs) { Unit = ScheduleUnit.PartOfEpoch },
            Progress = progress,
        };
    }
}
