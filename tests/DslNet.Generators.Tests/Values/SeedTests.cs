using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>A seed decides everything: weights, dropout, and so each bit of a training.</summary>
public sealed class SeedTests
{
    [Fact]
    public void The_same_seed_trains_to_the_same_bits()
    {
        NetworkAssembly native = NetworkAssembly.Compile(Source);
        float[] first = Train(native.Create("Net", 5));
        Closeness.VerifyBits("again", first, Train(native.Create("Net", 5)));
        foreach (NetworkAssembly other in NetworkAssembly.CompileOthers(Source))
            Closeness.VerifyBits(other.Targets, first, Train(other.Create("Net", 5)));
        Assert.NotEqual(first, Train(native.Create("Net", 6)));
        Assert.DoesNotContain(first, float.IsNaN);
    }

    private const string Source =
        """
        /// <summary>A network.</summary>
        [Network]
        [Input(1, 7, 7), Conv2D(5, 3), ReLU, Dropout(0.4), MaxPool2D(2), Flatten, Dense(9), GELU, Dropout(0.2), Dense(3), SoftmaxCrossEntropy]
        public sealed partial class Net;
        """;

    private static float[] Train(INetwork network)
    {
        using var culture = HostileCulture.Enter();
        const int samples = 131;
        var random = new Random(2);
        float[] inputs = [.. Enumerable.Repeat(random, samples * 49).Select(source => source.NextSingle() - 0.5f)];
        int[] labels = [.. Enumerable.Repeat(random, samples).Select(source => source.Next(3))];
        var optimizer = new Adam(1e-2f);
        float[] start = network.Parameters.ToArray();
        for (int step = 0; step < 10; step++)
        {
            network.ComputeGradients(inputs, labels, step);
            optimizer.Step(network.Parameters, network.Gradients);
        }

        Assert.NotEqual(start, network.Parameters.ToArray());
        return network.Parameters.ToArray();
    }
}
