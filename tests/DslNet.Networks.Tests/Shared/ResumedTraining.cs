namespace DslNet.Networks.Tests;

/// <summary>A training with all that must be written down: moments, a schedule that remembers, the best epoch, averages, statistics, dropout, accumulated gradients.</summary>
internal sealed class ResumedTraining
{
    public const int Epochs = 5, Steps = Epochs * Batches;

    private const int Count = 70, BatchSize = 8, Batches = (Count - 1) / BatchSize + 1;

    private readonly Dataset _train = Draw(1, Count), _validation = Draw(2, 31);

    public ResumedNet Net { get; } = new();

    public FitResult Run(
        string? checkpoint, Func<Optimizer>? create = null, Action<FitProgress>? callback = null, int? checkpointSteps = null, int epochs = Epochs, Optimizer? used = null,
        int seed = 5, Dataset? train = null) =>
        Net.Fit(train ?? _train, new FitOptions
        {
            Epochs = epochs,
            BatchSize = BatchSize,
            Optimizer = used ?? create?.Invoke() ?? new Adam(0.02f) { MaxGradientNorm = 1, GradientAccumulation = 2, Decays = Decays.Weights, WeightDecay = 0.01f },
            Validation = _validation,
            Seed = seed,
            LearningRateSchedule = new WarmupSchedule(7, new ReduceOnPlateauSchedule { Factor = 0.5f, Patience = 0 }),
            EarlyStopping = new EarlyStopping(patience: 50),
            Average = new ExponentialMovingAverage(0.8f),
            Callback = callback,
            Checkpoint = checkpoint,
            CheckpointSteps = checkpoint is null ? null : checkpointSteps,
        });

    /// <summary>Parameters and states.</summary>
    public string Hash() => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([
        .. System.Runtime.InteropServices.MemoryMarshal.AsBytes(Net.Parameters), .. System.Runtime.InteropServices.MemoryMarshal.AsBytes(Net.States)]));

    public static Dataset Draw(int seed, int count)
    {
        Random random = new(seed);
        float[] inputs = [.. Enumerable.Range(0, 8 * count).Select(_ => 2 * random.NextSingle() - 1)];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => inputs[8 * i] + inputs[8 * i + 1] > 0.4f ? 2 : inputs[8 * i + 2] > 0 ? 1 : 0)];
        return Dataset.FromLabels(inputs, labels, 8);
    }
}
