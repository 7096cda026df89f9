using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>What docs/numerics.md says of numbers that are not finite, for every target: what depends on a NaN is NaN, and nothing else is.</summary>
public sealed class NaNTests(NaNNetworks networks) : IClassFixture<NaNNetworks>
{
    private const float NaN = float.NaN, Inf = float.PositiveInfinity;

    public static TheoryData<string> Activations => [.. NaNNetworks.Activations];

    /// <summary>A class, its inputs, outputs, and the gradient by the inputs with targets of zero.</summary>
    public static TheoryData<string, float[], float[], float[]> Poolings => new()
    {
        // Wherever in the window the NaN is, it is the maximum; of several the last one gets the gradient.
        { "Pool", [NaN, 2, 3, 4], [NaN], [NaN, 0, 0, 0] },
        { "Pool", [1, NaN, 3, 4], [NaN], [0, NaN, 0, 0] },
        { "Pool", [1, 2, NaN, 4], [NaN], [0, 0, NaN, 0] },
        { "Pool", [1, 2, 3, NaN], [NaN], [0, 0, 0, NaN] },
        { "Pool", [NaN, 1, NaN, 2], [NaN], [0, 0, NaN, 0] },
        { "Pool", [NaN, NaN, NaN, NaN], [NaN], [0, 0, 0, NaN] },
        { "Pool", [NaN, Inf, -Inf, 0], [NaN], [NaN, 0, 0, 0] },
        { "Pool", [1, Inf, -Inf, 0], [Inf], [0, Inf, 0, 0] },
        { "Pool", [-Inf, -Inf, -Inf, -Inf], [-Inf], [-Inf, 0, 0, 0] },
        { "OverlappingPool", [0, 1, NaN, 0, 1, 0], [1, NaN], [0, 1, NaN, 0, 0, 0] },
        { "OverlappingPool", [0, NaN, 2, 0, 1, NaN], [NaN, NaN], [0, NaN, 0, 0, 0, NaN] },
        { "PaddedPool", [1, 2, 3, 4, NaN, 6, 7, 8, 9], [NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN, NaN], [0, 0, 0, 0, NaN, 0, 0, 0, 0] },
        { "PaddedPool", [NaN, 2, 3, 4, 5, 6, 7, 8, 9], [NaN, NaN, 6, NaN, NaN, 9, 8, 9, 9], [NaN, 0, 0, 0, 0, 12f / 9, 0, 16f / 9, 54f / 9] },
        { "PaddedPool", [NaN, 2, 3, 4, 5, 6, 7, 8, NaN], [NaN, NaN, 6, NaN, NaN, NaN, 8, NaN, NaN], [NaN, 0, 0, 0, 0, 12f / 9, 0, 16f / 9, NaN] },
        { "Mean", [1, 1, 1, NaN, 1, 1, 1, 1], [1, NaN], [0.25f, 0.25f, NaN, NaN, 0.25f, 0.25f, NaN, NaN] },
        { "GlobalMaximum", [1, NaN, 3, 2, 4, 5, 6, 7], [NaN, 7], [0, NaN, 0, 0, 0, 0, 0, 7] },
        { "Copies", [NaN, 2], [NaN, NaN, 2, 2], [NaN, 2] },
        { "GlobalMean", [1, 1, 1, 1, 1, NaN, 1, 1], [1, NaN], [0.25f, 0.25f, 0.25f, 0.25f, NaN, NaN, NaN, NaN] },
        { "Softmaxed", [0, NaN, 1], [NaN, NaN, NaN], [NaN, NaN, NaN] },
        { "Softmaxed", [0, Inf, 1], [NaN, NaN, NaN], [NaN, NaN, NaN] },
        { "Softmaxed", [0, -Inf, -Inf], [1, 0, 0], [0, 0, 0] },
        { "Softmaxed", [-Inf, -Inf, -Inf], [NaN, NaN, NaN], [NaN, NaN, NaN] },
        { "LogSoftmaxed", [0, NaN, 1], [NaN, NaN, NaN], [NaN, NaN, NaN] },
        { "LogSoftmaxed", [0, Inf, 1], [NaN, NaN, NaN], [NaN, NaN, NaN] },
        { "LogSoftmaxed", [-Inf, -Inf, -Inf], [NaN, NaN, NaN], [NaN, NaN, NaN] },

        // The loss of −∞ is infinite; of the logarithms 0 and −∞, and of gradients 0, −∞ and −∞ with their sum times 1, 0 and 0.
        { "LogSoftmaxed", [0, -Inf, -Inf], [0, -Inf, -Inf], [Inf, NaN, NaN] },

        // A probability that would be 0 as a float has a logarithm.
        { "LogSoftmaxed", [0, -120, -120], [0, -120, -120], [160, -80, -80] },
    };

    /// <summary>A class of a loss, its inputs and targets, the loss, and the gradient by the inputs.</summary>
    public static TheoryData<string, float[], float[], float, float[]> Losses => new()
    {
        { "Squared", [NaN, 1, 0], [0, 0, 0], NaN, [NaN, 2f / 3, 0] },
        { "Squared", [Inf, 1, 0], [0, 0, 0], Inf, [Inf, 2f / 3, 0] },

        // As in PyTorch, whose sign of NaN is 0. The loss shows it.
        { "Absolute", [NaN, 1, -1], [0, 0, 0], NaN, [0, 1f / 3, -1f / 3] },
        { "Absolute", [Inf, -Inf, -1], [0, 0, 0], Inf, [1f / 3, -1f / 3, -1f / 3] },
        { "Limited", [NaN, 3, -3], [0, 0, 0], NaN, [NaN, 1f / 3, -1f / 3] },
        { "Limited", [Inf, -Inf, -3], [0, 0, 0], Inf, [1f / 3, -1f / 3, -1f / 3] },
        { "LimitedSlope", [NaN, 3, -3], [0, 0, 0], NaN, [NaN, 1f / 3, -1f / 3] },
        { "LimitedSlope", [Inf, -Inf, -3], [0, 0, 0], Inf, [1f / 3, -1f / 3, -1f / 3] },
        { "Counts", [NaN, 0, 0], [1, 1, 4], NaN, [NaN, 0, -1] },
        { "Counts", [Inf, 0, 0], [0, 1, 4], NaN, [Inf, 0, -1] },
        { "Margin", [NaN, 0, 2], [1, -1, 1], NaN, [-1f / 3, 1f / 3, 0] },
        { "Margin", [-Inf, Inf, 2], [1, 1, 1], Inf, [-1f / 3, 0, 0] },
        { "Divergence", [NaN, 0, -1], [0.5f, 0.5f, 0], NaN, [-0.5f, -0.5f, 0] },
        { "Divergence", [-1, 5, NaN], [1, 0, 0], 1, [-1, 0, 0] },
        { "Divergence", [-Inf, 0, -Inf], [0.5f, 0.5f, 0], Inf, [-0.5f, -0.5f, 0] },
        { "Binary", [NaN, 0, 0], [0, 0, 1], NaN, [NaN, 0.5f / 3, -0.5f / 3] },
        { "Binary", [Inf, -Inf, 0], [0.5f, 0.5f, 1], Inf, [0.5f / 3, -0.5f / 3, -0.5f / 3] },
        { "Binary", [Inf, 0, 0], [0, 0, 1], Inf, [1f / 3, 0.5f / 3, -0.5f / 3] },
        { "Binary", [Inf, 0, 0], [1, 0, 1], NaN, [0, 0.5f / 3, -0.5f / 3] },
        { "Classes", [0, NaN, 1], [1, 0, 0], NaN, [NaN, NaN, NaN] },
        { "Classes", [0, Inf, 1], [1, 0, 0], NaN, [NaN, NaN, NaN] },
        { "Classes", [-Inf, 0, 0], [1, 0, 0], Inf, [-1, 0.5f, 0.5f] },

        // The loss is ln 2 + 0·∞, as in PyTorch where targets are probabilities; with a label it is ln 2.
        { "Classes", [0, -Inf, 0], [1, 0, 0], NaN, [-0.5f, 0, 0.5f] },
    };

    [Theory, MemberData(nameof(Activations))]
    public void An_activation_lets_NaN_through_both_ways(string activation)
    {
        float[] inputs = [1, NaN, -2, Inf, -NaN, -Inf, 0.5f, NaN, -0.25f];
        foreach (string name in new[] { activation + "Alone", activation + "Fused" })
        {
            foreach (NetworkAssembly assembly in networks.All)
            {
                (float[] outputs, float[] gradients) = Run(assembly, name, inputs);
                Assert.Equal(inputs.Select(float.IsNaN), outputs.Select(float.IsNaN));
                Assert.Equal(inputs.Select(float.IsNaN), gradients.Select(float.IsNaN));
            }
        }
    }

    /// <summary>
    /// The convolution before sums 2×2 numbers, so that a NaN at a corner comes to one place of the window, and one in the middle to all. At
    /// least those numbers have a gradient of NaN that are under the last of these places; all that the window sees may have one.
    /// </summary>
    [Theory, MemberData(nameof(Activations))]
    public void A_pooling_behind_a_convolution_hands_NaN_back(string activation)
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            foreach ((int at, int[] under) in new[] { (0, new[] { 0, 1, 3, 4 }), (2, [1, 2, 4, 5]), (6, [3, 4, 6, 7]), (8, [4, 5, 7, 8]), (4, [4, 5, 7, 8]) })
            {
                (float[] outputs, float[] gradients) = Run(assembly, activation + "Pooled", [.. Enumerable.Range(0, 9).Select(i => i == at ? NaN : 1)]);
                Assert.Equal([NaN], outputs);
                Assert.All(under, i => Assert.Equal(NaN, gradients[i]));
            }
        }
    }

    [Theory, MemberData(nameof(Poolings))]
    public void A_pooling_does_what_PyTorch_does(string name, float[] inputs, float[] expectedOutputs, float[] expectedGradients)
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            (float[] outputs, float[] gradients) = Run(assembly, name, inputs);
            Assert.Equal(expectedOutputs, outputs);
            for (int i = 0; i < gradients.Length; i++)
                Assert.Equal(expectedGradients[i], gradients[i], 1e-5f);
        }
    }

    /// <summary>One NaN in each place of each window, of each of several vectors of channels.</summary>
    [Fact]
    public void The_channels_of_a_pooling_do_not_disturb_each_other()
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            for (int at = 0; at < 17 * 4; at++)
            {
                float[] inputs = [.. Enumerable.Range(0, 17 * 4).Select(i => i == at ? NaN : i % 4)];
                (float[] outputs, float[] gradients) = Run(assembly, "WidePool", inputs);
                Assert.Equal(Enumerable.Range(0, 17).Select(channel => channel == at / 4 ? NaN : 3), outputs);
                Assert.Equal(Enumerable.Range(0, 17 * 4).Select(i => i == at), gradients.Select(float.IsNaN));
                Assert.Equal(16, gradients.Count(gradient => gradient > 0));
            }
        }
    }

    /// <summary>Vectors run along columns there; the gradient of the weights shows that it was found.</summary>
    [Fact]
    public void A_pooling_along_columns_finds_every_NaN()
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            INetwork network = assembly.Create("ColumnPool");
            for (int at = 0; at < 4 * 34; at++)
            {
                float[] inputs = [.. Enumerable.Range(0, 4 * 34).Select(i => i == at ? NaN : 1)], outputs = new float[3 * 2 * 17];
                network.Predict(inputs, outputs);
                int window = at / 68 * 17 + at % 34 / 2;
                Assert.Equal(Enumerable.Range(0, outputs.Length).Select(i => i % 34 == window ? NaN : 1), outputs);
                Assert.True(float.IsNaN(network.ComputeGradients(inputs, new float[outputs.Length])));
                Assert.All(new ParameterTensor(network, network.Description.Parameters[0]).Gradient.ToArray(), gradient => Assert.True(float.IsNaN(gradient)));
            }
        }
    }

    /// <summary>A row has one NaN or infinity, wherever in it: all depends on it, and no other row does.</summary>
    [Theory]
    [InlineData("LayerNormed", 9, NaN), InlineData("LayerNormedImage", 9, NaN), InlineData("LayerNormedPositions", 3, NaN)]
    [InlineData("RMSNormed", 9, NaN), InlineData("RMSNormedImage", 9, NaN), InlineData("RMSNormedPositions", 3, NaN)]
    [InlineData("LayerNormed", 9, Inf), InlineData("LayerNormedPositions", 3, -Inf)]
    [InlineData("RMSNormed", 9, Inf), InlineData("RMSNormedPositions", 3, -Inf)]
    [InlineData("InstanceNormed", 3, NaN), InlineData("GroupNormed", 3, NaN), InlineData("GroupNormed", 3, Inf)]
    public void A_normalization_shows_what_is_not_finite(string name, int row, float value)
    {
        // Of an image of three positions the channels of one are three apart.
        int rows = 9 / row;
        bool isSquare = name.StartsWith("RMS", StringComparison.Ordinal) && float.IsInfinity(value);
        foreach (NetworkAssembly assembly in networks.All)
        {
            for (int at = 0; at < 9; at++)
            {
                float[] inputs = [.. Enumerable.Range(0, 9).Select(i => i == at ? value : i * i + 1)];
                (float[] outputs, float[] gradients) = Run(assembly, name, inputs);
                for (int i = 0; i < 9; i++)
                {
                    bool isOfRow = name.EndsWith("Positions", StringComparison.Ordinal) ? i % rows == at % rows : i / row == at / row;
                    Assert.Equal(isOfRow, float.IsNaN(gradients[i]));
                    Assert.Equal(isOfRow && (!isSquare || i == at), float.IsNaN(outputs[i]));
                    Assert.Equal(isOfRow && isSquare && i != at, outputs[i] == 0);
                }
            }
        }
    }

    [Theory, MemberData(nameof(Losses))]
    public void A_loss_shows_what_is_not_finite(string name, float[] inputs, float[] targets, float expectedLoss, float[] expectedGradients)
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            float[] gradients = new float[inputs.Length];
            float loss = InputGradientMethods.ComputeGradients(assembly.Create(name), inputs, targets, gradients);
            Assert.Equal(expectedLoss, loss);
            for (int i = 0; i < gradients.Length; i++)
                Assert.Equal(expectedGradients[i], gradients[i], 1e-6f);
        }
    }

    [Theory]
    [InlineData(0f, NaN, 1f)]
    [InlineData(0f, Inf, 1f)]
    public void A_loss_of_labels_shows_what_is_not_finite(float a, float b, float c)
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            float[] gradients = new float[3];
            Assert.Equal(NaN, InputGradientMethods.ComputeGradients(assembly.Create("Classes"), [a, b, c], (ReadOnlySpan<int>)[0], gradients));
            Assert.All(gradients, gradient => Assert.Equal(NaN, gradient));
        }
    }

    /// <summary>A class of probability 0 leaves the others as they are, and cannot be right.</summary>
    [Fact]
    public void A_loss_of_labels_takes_minus_infinity_as_probability_0()
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            float[] gradients = new float[3];
            Assert.Equal(0.6931472f, InputGradientMethods.ComputeGradients(assembly.Create("Classes"), [0, -Inf, 0], (ReadOnlySpan<int>)[0], gradients), 1e-6f);
            Assert.Equal([-0.5f, 0, 0.5f], gradients);
            Assert.Equal(Inf, InputGradientMethods.ComputeGradients(assembly.Create("Classes"), [0, -Inf, 0], (ReadOnlySpan<int>)[1], gradients));
            Assert.Equal([0.5f, -1, 0.5f], gradients);
        }
    }

    /// <summary>A mistake of the data, and told as one: as a loss of NaN it would look like a network that diverged.</summary>
    [Theory]
    [InlineData("Squared", NaN), InlineData("Squared", Inf), InlineData("Squared", -Inf)]
    [InlineData("Absolute", NaN), InlineData("Absolute", Inf), InlineData("Absolute", -Inf)]
    [InlineData("Limited", NaN), InlineData("Limited", Inf), InlineData("Limited", -Inf)]
    [InlineData("Binary", NaN), InlineData("Binary", Inf), InlineData("Binary", -Inf)]
    [InlineData("Classes", NaN), InlineData("Classes", Inf), InlineData("Classes", -Inf)]
    public void Targets_that_are_not_finite_are_refused(string name, float target)
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            INetwork network = assembly.Create(name);
            float[] targets = [0, target, 1];
            Check(Assert.Throws<ArgumentException>("targets", () => network.ComputeLoss([0, 0, 0], targets)));
            Check(Assert.Throws<ArgumentException>("targets", () => network.ComputeGradients([0, 0, 0], targets)));
            Check(Assert.Throws<ArgumentException>("targets", () => InputGradientMethods.ComputeGradients(network, [0, 0, 0], targets, new float[3])));
        }

        void Check(ArgumentException refusal) =>
            Assert.Contains(FormattableString.Invariant($"target of output 1 of sample 0 is {target}"), refusal.Message, StringComparison.Ordinal);
    }

    /// <summary>Or a network that diverged would look sound in every other step.</summary>
    [Theory, InlineData(NaN), InlineData(Inf)]
    public void Dropout_does_not_hide_what_is_not_finite(float input)
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            INetwork network = assembly.Create("Thinned");
            float[] inputs = new float[33], gradients = new float[33];
            inputs[7] = input;
            bool[] finite = [.. Enumerable.Range(0, 20).Select(step => float.IsFinite(InputGradientMethods.ComputeGradients(network, inputs, new float[33], gradients, step)))];
            Assert.DoesNotContain(true, finite);
            Assert.Equal(1, gradients.Count(gradient => !float.IsFinite(gradient)));
        }
    }

    private static (float[] Outputs, float[] Gradients) Run(NetworkAssembly assembly, string name, float[] inputs)
    {
        INetwork network = assembly.Create(name);
        float[] outputs = new float[network.Description.OutputLength], gradients = new float[inputs.Length];
        network.Predict(inputs, outputs);
        InputGradientMethods.ComputeGradients(network, inputs, new float[outputs.Length], gradients);
        return (outputs, gradients);
    }
}
