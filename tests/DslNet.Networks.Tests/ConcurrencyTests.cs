namespace DslNet.Networks.Tests;

/// <summary>Any number of threads may predict on one instance, and none notices the others.</summary>
public class ConcurrencyTests
{
    private const int Threads = 4, Rounds = 60;

    public static TheoryData<string> Names => [.. NetworkCase.All.Select(item => item.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ThreadsPredictAtOnce(string name)
    {
        INetwork network = NetworkCase.Of(name).Create();
        int[] wrong = new int[Threads];
        using Barrier barrier = new(Threads);
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(index => new Thread(() => wrong[index] = Predict(network, index, barrier)))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        Assert.Equal(new int[Threads], wrong);
    }

    /// <summary>There is one workspace: who comes second is told so, and the first one's work is not disturbed.</summary>
    [Fact]
    public void ASecondTraineeIsRefused()
    {
        INetwork network = NetworkCase.Of(nameof(RoutedNet)).Create();
        Samples samples = new(network, 3);
        float loss = network.ComputeGradients(samples.Inputs, samples.Targets);
        NetworkInsides.Memory(network).EnterGradients();
        Assert.Contains("give each thread a network of its own", Assert.Throws<InvalidOperationException>(() => network.ComputeGradients(samples.Inputs, samples.Targets)).Message, StringComparison.Ordinal);
        NetworkInsides.Memory(network).LeaveGradients();
        Assert.Equal(loss, network.ComputeGradients(samples.Inputs, samples.Targets));
    }

    /// <summary>The number of results that are not those of a network of one's own.</summary>
    private static int Predict(INetwork network, int index, Barrier barrier)
    {
        INetwork own = NetworkCase.Of(network.GetType().Name).Create();
        Samples samples = new(own, 3 + 5 * index, seed: index);
        float[] expected = new float[samples.Targets.Length], outputs = new float[samples.Targets.Length];
        own.Predict(samples.Inputs, expected);
        float expectedLoss = own.ComputeLoss(samples.Inputs, samples.Targets);

        barrier.SignalAndWait();
        int wrong = 0;
        for (int round = 0; round < Rounds; round++)
        {
            outputs.AsSpan().Clear();
            network.Predict(samples.Inputs, outputs);
            if (Bits.FirstDifference(expected, outputs) >= 0 || network.ComputeLoss(samples.Inputs, samples.Targets) != expectedLoss)
                wrong++;
        }

        return wrong;
    }
}
