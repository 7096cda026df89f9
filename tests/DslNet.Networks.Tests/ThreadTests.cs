namespace DslNet.Networks.Tests;

/// <summary>However many threads share a call, the results are the same to the bit. Other tests may run meanwhile, with however many threads.</summary>
public class ThreadTests
{
    private static readonly int[] s_threads = [2, 3, 8];

    public static TheoryData<string, int> Runs
    {
        get
        {
            TheoryData<string, int> runs = [];
            foreach (string name in new[] { nameof(LeNet5), nameof(WideNet), nameof(ResidualNet), nameof(RoutedNet), nameof(TurnedNet), nameof(BatchNet), nameof(KeywordNet), nameof(NormalizedBlocksNet) })
            {
                foreach (int count in new[] { 1, 127, 128, 129, 200, 512, 1000 })
                    runs.Add(name, count);
            }

            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public void TheNumberOfThreadsChangesNoBit(string name, int count)
    {
        // What is not divided proves nothing; docs/performance.md tells from where on it is.
        Assert.True(count < 128 || NetworkCase.Of(name).Create().Description.MultiplyAdds * count >= 2_000_000);
        float[] expected = With(1, () => Everything(name, count));
        foreach (int threads in s_threads)
            Assert.Equal(-1, Bits.FirstDifference(expected, With(threads, () => Everything(name, count))));
    }

    [Fact]
    public void NetworksTrainAtOnce()
    {
        const int callers = 6;
        string[] names = [nameof(LeNet5), nameof(WideNet), nameof(ResidualNet)];
        float[][] expected = [.. names.Select(name => With(1, () => Everything(name, 256)))];
        int wrong = 0;
        With(4, () =>
        {
            RunAtOnce(callers, index =>
            {
                for (int round = 0; round < 5; round++)
                {
                    int network = (index + round) % names.Length;
                    if (Bits.FirstDifference(expected[network], Everything(names[network], 256)) >= 0)
                        Interlocked.Increment(ref wrong);
                }
            });
            return expected[0];
        });
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void ThreadsPredictOnOneInstanceWhileEachCallIsDivided()
    {
        const int callers = 6;
        LeNet5 network = new(seed: 1);
        Samples samples = new(network, 300);
        float[] expected = new float[samples.Targets.Length];
        float loss = With(1, () => [network.ComputeLoss(samples.Inputs, samples.Labels, expected)])[0];
        int wrong = 0;
        With(3, () =>
        {
            RunAtOnce(callers, _ =>
            {
                float[] outputs = new float[expected.Length];
                for (int round = 0; round < 20; round++)
                {
                    outputs.AsSpan().Clear();
                    if (network.ComputeLoss(samples.Inputs, samples.Labels, outputs) != loss || Bits.FirstDifference(expected, outputs) >= 0)
                        Interlocked.Increment(ref wrong);
                }
            });
            return expected;
        });
        Assert.Equal(0, wrong);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void NoThreadsAreRefused(int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NetworkThreads.Count = count);

    /// <summary>Predictions, losses, and what three steps of training leave.</summary>
    private static float[] Everything(string name, int count)
    {
        NetworkCase item = NetworkCase.Of(name);
        INetwork network = item.Create();
        Samples samples = new(network, count);
        float[] outputs = new float[samples.Targets.Length], inputGradients = new float[item.InputGradients is null ? 0 : samples.Inputs.Length];
        List<float> results = [];
        Adam optimizer = new(1e-3f);
        for (int step = 0; step < 3; step++)
        {
            results.Add(network.ComputeGradients(samples.Inputs, samples.Targets, step));
            results.AddRange(network.Gradients);
            optimizer.Step(network.Parameters, network.Gradients);
        }

        network.Predict(samples.Inputs, outputs);
        results.AddRange(network.Parameters);
        results.AddRange(outputs);
        results.Add(network.ComputeLoss(samples.Inputs, samples.Targets, outputs));
        results.AddRange(outputs);
        if (item.InputGradients is { } compute)
            results.Add(compute(network, samples.Inputs, samples.Targets, default, inputGradients, 4));
        results.AddRange(inputGradients);
        Assert.DoesNotContain(results, number => !float.IsFinite(number));
        return [.. results];
    }

    private static float[] With(int threads, Func<float[]> action)
    {
        int before = NetworkThreads.Count;
        NetworkThreads.Count = threads;
        try
        {
            return action();
        }
        finally
        {
            NetworkThreads.Count = before;
        }
    }

    private static void RunAtOnce(int count, Action<int> action)
    {
        Thread[] threads = [.. Enumerable.Range(0, count).Select(index => new Thread(() => action(index)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
    }
}
