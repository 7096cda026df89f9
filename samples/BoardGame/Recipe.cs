using DslNet;

namespace FourInARow;

/// <summary>How the network is trained.</summary>
internal static class Recipe
{
    /// <summary>How many positions are drawn to learn from, and how many others to test with.</summary>
    public const int TrainingCount = 150_000, TestCount = 3000;

    /// <summary>How often each is seen.</summary>
    public const int Epochs = 12;

    /// <summary>Steps grow shorter and shorter, down to none.</summary>
    public static FitOptions Create(int epochs, IProgress<FitProgress>? progress = null)
    {
        const int batch = 64;
        return new()
        {
            Epochs = epochs,
            BatchSize = batch,
            Optimizer = new Adam(2e-3f),
            LearningRateSchedule = new CosineSchedule(epochs) { Unit = ScheduleUnit.PartOfEpoch },
            Progress = progress,
        };
    }
}
