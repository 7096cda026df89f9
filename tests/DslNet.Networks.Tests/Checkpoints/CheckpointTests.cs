namespace DslNet.Networks.Tests.Checkpoints;

/// <summary>Trainings that are interrupted and go on elsewhere.</summary>
public sealed class CheckpointTests : IDisposable
{
    private static readonly (string Name, Func<Optimizer> Create)[] s_optimizers =
    [
        ("SGD", () => new SGD(0.1f)),
        ("SGD with momentum", () => new SGD(0.1f) { Momentum = 0.9f, Dampening = 0.5f }),
        ("RMSProp", () => new RMSProp(0.01f)),
        ("RMSProp with momentum", () => new RMSProp(0.01f) { Momentum = 0.5f }),
        ("Adam", () => new Adam(0.01f) { GradientAccumulation = 2 }),
        ("AdamW", () => new AdamW(0.01f) { Decays = Decays.Weights, MaxGradientNorm = 0.5f }),
        ("NAdam", () => new NAdam(0.01f)),
        ("Adagrad", () => new Adagrad(0.01f) { LearningRateDecay = 0.1f }),
        ("Adadelta", () => new Adadelta()),
        ("Lion", () => new Lion(0.01f)),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dslnet-");

    public static TheoryData<string> Optimizers => [.. s_optimizers.Select(optimizer => optimizer.Name)];

    private string File => Path.Combine(_folder.FullName, "run.ckpt");

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Stopped after each number of batches, the training goes on with a new network, optimiser and options.</summary>
    [Theory, MemberData(nameof(Optimizers))]
    public void A_training_that_goes_on_ends_with_the_same_bits(string name)
    {
        Func<Optimizer> create = s_optimizers.Single(optimizer => optimizer.Name == name).Create;
        ResumedTraining whole = new();
        FitResult expected = whole.Run(null, create);
        for (int stop = 1; stop < ResumedTraining.Steps; stop += 4)
        {
            System.IO.File.Delete(File);
            int batches = 0;
            Assert.True(new ResumedTraining().Run(File, create, progress => Stop(progress, ++batches == stop)).Stopped);
            ResumedTraining rest = new();
            FitResult actual = rest.Run(File, create);
            Assert.Equal(whole.Hash(), rest.Hash());
            Assert.Equal(expected.Epochs.Select(epoch => epoch with { Elapsed = default }), actual.Epochs.Select(epoch => epoch with { Elapsed = default }));
            Assert.Equal((expected.BestEpoch, expected.Steps, false), (actual.BestEpoch, actual.Steps, actual.Stopped));
        }
    }

    [Fact]
    public void A_training_that_has_ended_returns_at_once()
    {
        ResumedTraining first = new(), second = new();
        FitResult expected = first.Run(File);
        FitResult actual = second.Run(File, callback: _ => Assert.Fail("There is nothing left to do."));
        Assert.Equal(first.Hash(), second.Hash());
        Assert.Equal(expected.Epochs.Length, actual.Epochs.Length);
        Assert.True(actual.Elapsed >= expected.Epochs[^1].Elapsed);
        Assert.False(actual.Stopped);

        // With more epochs it goes on.
        Assert.Equal(7, second.Run(File, epochs: 7, create: null).Epochs.Length);
    }

    /// <summary>A call that was stopped is followed by another of the same process, with the same optimiser.</summary>
    [Fact]
    public void The_process_that_wrote_it_goes_on_without_reading_it()
    {
        Adam optimizer = new(0.01f), other = new(0.01f);
        ResumedTraining stopped = new(), whole = new();
        whole.Run(null, used: other, epochs: 1);
        whole.Run(null, used: other, epochs: 2);
        stopped.Run(File, used: optimizer, epochs: 1);
        Assert.Equal(2, stopped.Run(File, used: optimizer, epochs: 2).Epochs.Length);
        Assert.Equal(whole.Hash(), stopped.Hash());
        string message = Assert.Throws<InvalidDataException>(() => new ResumedTraining().Run(File)).Message;
        Assert.Contains("a file of its own", message);
    }

    [Fact]
    public void The_file_is_one_of_parameters_too()
    {
        ResumedTraining training = new();
        float[] last = [];
        training.Run(File, callback: progress => last = training.Net.Parameters.ToArray());
        ResumedNet loaded = new();
        loaded.Load(File);
        Assert.Equal(last, loaded.Parameters.ToArray());
        Assert.Equal(training.Net.States.ToArray(), loaded.States.ToArray());
    }

    [Fact]
    public void What_cannot_go_on_says_why_and_changes_nothing()
    {
        new ResumedTraining().Run(File, () => new Adam());
        AssertRefused("lacks optimizer.AdamW", training => training.Run(File, () => new AdamW()));
        AssertRefused("other samples", training => training.Run(File, () => new Adam(), train: ResumedTraining.Draw(9, 70)));
        AssertRefused("the number of samples was 70, and here it is 71", training => training.Run(File, () => new Adam(), train: ResumedTraining.Draw(9, 71)));
        AssertRefused("lacks optimizer.sum", training => training.Run(File, () => new Adam { GradientAccumulation = 3 }));

        new ResumedNet().Save(File);
        AssertRefused("no checkpoint", training => training.Run(File));
        Assert.Contains("seed was 1, and here it is 2", Assert.Throws<InvalidDataException>(() => Seeded(1, 2)).Message);
    }

    /// <summary>Cut off anywhere, or with any byte changed, a file is refused or does what it says; nothing else comes out.</summary>
    [Fact]
    public void Damaged_files_are_refused()
    {
        new ResumedTraining().Run(File, epochs: 1);
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        Random random = new(1);
        for (int i = 0; i < 60; i++)
        {
            byte[] damaged = i % 2 == 0 ? bytes[..random.Next(bytes.Length)] : [.. bytes];
            if (i % 2 == 1)
                damaged[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            System.IO.File.WriteAllBytes(File, damaged);
            ResumedTraining training = new();
            string before = training.Hash();
            if (Record.Exception(() => training.Run(File, epochs: 1)) is { } exception)
            {
                Assert.IsAssignableFrom<InvalidDataException>(exception);
                Assert.Equal(before, training.Hash());
            }
        }
    }

    /// <summary>Otherwise every training that goes on would end at once.</summary>
    [Fact]
    public void Parameters_that_are_not_finite_are_not_written()
    {
        ResumedNet net = new();
        FitOptions options = new() { Epochs = 3, Optimizer = new SGD(0.1f), Checkpoint = File, Callback = _ => net.Parameters[0] = float.NaN };
        Assert.Throws<NotFiniteNumberException>(() => net.Fit(ResumedTraining.Draw(1, 20), options));
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public void Options_that_make_no_sense_are_refused()
    {
        ResumedTraining training = new();
        Assert.Contains("CheckpointSteps is 0", Assert.Throws<ArgumentException>(() => training.Run(File, checkpointSteps: 0)).Message);
        Assert.Contains("is empty", Assert.Throws<ArgumentException>(() => training.Run("")).Message);
        Assert.Contains("OwnOptimizer", Assert.Throws<ArgumentException>(() => training.Run(File, () => new OwnOptimizer())).Message);
        Assert.False(System.IO.File.Exists(File));
    }

    private static void Stop(FitProgress progress, bool now)
    {
        if (now)
            progress.Stop();
    }

    private void Seeded(int first, int second)
    {
        System.IO.File.Delete(File);
        FitOptions Options() => new() { Optimizer = new Adam(), Checkpoint = File };
        new ResumedNet(first).Fit(ResumedTraining.Draw(1, 20), Options());
        new ResumedNet(second).Fit(ResumedTraining.Draw(1, 20), Options());
    }

    private static void AssertRefused(string why, Action<ResumedTraining> run)
    {
        ResumedTraining training = new();
        string before = training.Hash();
        Assert.Contains(why, Assert.Throws<InvalidDataException>(() => run(training)).Message);
        Assert.Equal(before, training.Hash());
    }

    private sealed class OwnOptimizer() : Optimizer(1)
    {
        protected override void Allocate(int length)
        {
        }

        protected override void Update(Span<float> parameters, ReadOnlySpan<float> gradients)
        {
        }
    }
}
