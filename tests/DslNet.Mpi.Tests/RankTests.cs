namespace DslNet.Mpi.Tests;

/// <summary>What ranks compute together, without a launcher: they are threads of this process, each with a network of its own.</summary>
public class RankTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(11)]
    public void Any_number_of_ranks_gives_the_same_bits(int ranks)
    {
        Verify(ranks, seed => new Small(seed), Labels(1_500));
        Verify(ranks, seed => new Image(seed), Targets(700));
    }

    [Fact]
    public void A_rank_that_differs_is_refused()
    {
        Assert.Matches("Rank 1 has other training data than rank 0", Refusal(rank => (new Small(1), Labels(200 + rank), new Adam())));
        Assert.Matches("Rank 1 has other parameters, options or checkpoint than rank 0", Refusal(rank => (new Small(1 + rank), Labels(200), new Adam())));
        Assert.Matches("Rank 1 has other parameters, options or checkpoint than rank 0", Refusal(rank => (new Small(1), Labels(200), rank == 0 ? new Adam() : new SGD(0.1f))));
        Assert.Matches("Rank 1 has another build of ", Refusal(rank => rank == 0 ? (new Small(1), Labels(200), new Adam()) : (new Other(1), Labels(200), new Adam())));

        static string Refusal(Func<int, (INetwork, Dataset, Optimizer)> start) => Assert.Throws<InvalidOperationException>(() => ThreadRanks.Run(2, ranks =>
        {
            (INetwork network, Dataset data, Optimizer optimizer) = start(ranks.Rank);
            network.Fit(data, new FitOptions { Optimizer = optimizer, Epochs = 1, Communicator = ranks });
        })).Message;
    }

    [Fact]
    public void A_rank_with_other_options_is_refused()
    {
        const string Options = "Rank 1 has other parameters, options or checkpoint than rank 0: [0-9a-f]{24}, not [0-9a-f]{24}";
        Refuses(Options, options => options with { LearningRateSchedule = new StepSchedule(1) });
        Refuses(Options, options => options with { Optimizer = new Adam { WeightDecay = 0.1f } });
        Refuses(Options, options => options with { Optimizer = new Adam { Beta1 = 0.8f } });
        Refuses(Options, options => options with { Optimizer = new Adam { MaxGradientNorm = 1 } });
        Refuses(Options, options => options with { Optimizer = new Adam { Groups = [new("*.bias") { LearningRateFactor = 0 }] } });
        Refuses(Options, options => options with { Average = new ExponentialMovingAverage() });
        Refuses(Options, options => options with { EarlyStopping = new EarlyStopping(1) });
        Refuses(Options, options => options with { CheckFinite = false });
        Refuses("Rank 1 has other validation data than rank 0", options => options with { Validation = Labels(60) });
        Refuses("Rank 1 has other validation data than rank 0", options => options with { Validation = null });
        Refuses("Rank 1 has other training data than rank 0", options => options, weight: 2);
        Refuses("Rank 1 has other parameters after epoch 1 than rank 0: [0-9a-f]{24}, not [0-9a-f]{24}", options => options with { LearningRateSchedule = LearningRateSchedule.Of(_ => 0.5f) },
            LearningRateSchedule.Of(_ => 0.1f));

        static void Refuses(string message, Func<FitOptions, FitOptions> change, LearningRateSchedule? schedule = null, float weight = 1) =>
            Assert.Matches(message, Assert.Throws<InvalidOperationException>(() => ThreadRanks.Run(2, ranks =>
            {
                FitOptions options = new() { Optimizer = new Adam(), Epochs = 3, Communicator = ranks, Validation = Labels(50), LearningRateSchedule = schedule };
                float[] weights = [.. Enumerable.Repeat(1f, 199), ranks.Rank == 0 ? 1 : weight];
                new Small(1).Fit(Labels(200).WithWeights(weights), ranks.Rank == 0 ? options : change(options));
            })).Message);
    }

    [Fact]
    public void A_message_that_is_too_long_is_refused_with_its_length()
    {
        Assert.Equal((4_000_000 + 8) * 8, RankSums.MessageLength(1_000_000, 8, 2));
        Assert.Contains(
            "The gradients of 70000000 parameters, for 8 groups of samples among 1 ranks, are 2240000064 bytes",
            Assert.Throws<InvalidOperationException>(() => RankSums.MessageLength(70_000_000, 8, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => RankSums.MessageLength(600_000_000, 8, 2));
    }

    [Fact]
    public void One_rank_tells_of_the_training()
    {
        int told = 0;
        ThreadRanks.Run(2, ranks => new Small(1).Fit(Labels(300), new FitOptions { Optimizer = new Adam(), Epochs = 2, BatchSize = 300, Communicator = ranks, Progress = new Counted(() => Interlocked.Increment(ref told)) }));
        int alone = 0;
        new Small(1).Fit(Labels(300), new FitOptions { Optimizer = new Adam(), Epochs = 2, BatchSize = 300, Progress = new Counted(() => alone++) });
        Assert.Equal(alone, told);
    }

    private static void Verify(int ranks, Func<int, INetwork> create, Dataset data)
    {
        INetwork alone = create(1);
        FitResult expected = alone.Fit(data, Options(null));
        ThreadRanks.Run(ranks, communicator =>
        {
            INetwork network = create(1);
            FitResult result = network.Fit(data, Options(communicator));
            Assert.Equal(alone.Parameters.ToArray(), network.Parameters.ToArray());
            Assert.Equal(expected.Epochs.Select(epoch => epoch.Loss), result.Epochs.Select(epoch => epoch.Loss));
        });
    }

    // The last batch of an epoch has fewer groups, or one.
    private static FitOptions Options(ICommunicator? communicator) => new() { Optimizer = new Adam(), BatchSize = 640, Epochs = 3, Communicator = communicator };

    private static Dataset Labels(int count)
    {
        Random random = new(7);
        float[] inputs = [.. Enumerable.Range(0, count * 20).Select(_ => random.NextSingle() * 2 - 1)];
        return Dataset.FromLabels(inputs, (int[])[.. Enumerable.Range(0, count).Select(i => (int)(MathF.Abs(inputs[i * 20]) * 9.99f))], 20);
    }

    private static Dataset Targets(int count)
    {
        Random random = new(8);
        return Dataset.FromTargets(
            (float[])[.. Enumerable.Range(0, count * 64).Select(_ => random.NextSingle())], (float[])[.. Enumerable.Range(0, count * 10).Select(_ => random.NextSingle())], 64, 10);
    }

    private sealed class Counted(Action told) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => told();
    }
}
