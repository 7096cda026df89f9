using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>Networks with named ports have the same bits with the kernels of every instruction set: losses, and what they learn.</summary>
public sealed class NamedPortBitsTests
{
    private const string Source =
        """
        /// <summary>What to do, and how good that is.</summary>
        [Network]
        [Input(1, 6, 7, Name = "image"), Conv2D(5, 3), ReLU, MaxPool2D(2), Flatten, Dense(9), Tanh(Name = "Seen")]
        [Input(3, Name = "load"), Dense(4, Frozen = true), PReLU, Concat("Seen"), Dense(11), LayerNorm(Name = "Body")]
        [Dense(5), Output("policy"), SoftmaxCrossEntropy(Of = "policy", LabelSmoothing = 0.1f, ClassWeights = new float[] { 1, 2, 0.5f, 1, 3 })]
        [Dense(2, From = "Body"), Output("value"), SmoothL1(Of = "value", Weight = 0.5f), MeanSquaredError(Of = "value")]
        public sealed partial class Agent;
        """;

    /// <summary>Less than a block, and several groups of samples.</summary>
    [Theory]
    [InlineData(7)]
    [InlineData(150)]
    public void They_learn_the_same(int batch)
    {
        const int count = 150;
        Random random = new(1);
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(6) is var label && label == 5 ? -100 : label)];
        var data = Dataset.FromColumns(
            new("image", Draw(count * 42), 42), new("load", Draw(count * 3), 3), new("policy", labels), new("value", Draw(count * 2), 2),
            DataColumn.OfWeights("value", Enumerable.Range(0, count).Select(i => 0.5f * (i % 4)).ToArray()));
        INetwork first = NetworkAssembly.Compile(Source).Create("Agent", seed: 2);
        Evaluation expected = Train(first);
        foreach (NetworkAssembly assembly in NetworkAssembly.CompileOthers(Source))
        {
            INetwork other = assembly.Create("Agent", seed: 2);
            Evaluation evaluation = Train(other);
            Closeness.VerifyBits($"{assembly.Targets}: parameters", first.Parameters.ToArray(), other.Parameters.ToArray());
            Assert.Equal(expected.Losses, evaluation.Losses);
        }

        Evaluation Train(INetwork network)
        {
            network.Fit(data, new FitOptions { Epochs = 2, BatchSize = batch, Seed = 3, Optimizer = new Adam(0.01f) });
            return network.Evaluate(data);
        }

        float[] Draw(int length) => [.. Enumerable.Range(0, length).Select(_ => 2 * random.NextSingle() - 1)];
    }
}
