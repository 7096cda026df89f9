using DslNet;

namespace HumanActivity;

/// <summary>How the network is trained: in one place, so that the program and its test do the same.</summary>
internal static class Recipe
{
    /// <summary>How many signals are recorded to learn from, and how many others to test with.</summary>
    public const int TrainingCount = 4800, TestCount = 1200;

    /// <summary>How often each is seen.</summary>
    public const int Epochs = 10;

    /// <summary>Steps of 128 signals are divided among the cores. They grow shorter with every step, down to none.</summary>
    public static FitOptions Create(int epochs, IProgress<FitProgress>? progress = null)
    {
        const int batch = 128;
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
