namespace DslNet.Networks.Tests;

/// <summary>The same seed, data and steps give the same parameters.</summary>
public class DeterminismTests
{
    [Theory]
    [InlineData(nameof(LeNet5))]
    [InlineData(nameof(ResidualNet))]
    public void TrainingTwiceGivesTheSameBits(string name)
    {
        INetwork before = NetworkCase.Of(name).Create();
        INetwork first = Train(name), second = Train(name);
        Assert.Equal(-1, Bits.FirstDifference(first.Parameters, second.Parameters));
        Assert.NotEqual(-1, Bits.FirstDifference(before.Parameters, first.Parameters));
        Assert.DoesNotContain(first.Parameters.ToArray(), number => !float.IsFinite(number));
    }

    private static INetwork Train(string name)
    {
        INetwork network = NetworkCase.Of(name).Create();
        Adam optimizer = new(1e-3f);
        for (int step = 0; step < 20; step++)
        {
            Samples samples = new(network, 16, seed: step);
            network.ComputeGradients(samples.Inputs, samples.Labels, step);
            optimizer.Step(network.Parameters, network.Gradients);
        }

        return network;
    }
}
