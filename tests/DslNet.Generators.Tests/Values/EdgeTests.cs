using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>Where digits would be lost by the obvious formula, for every target.</summary>
public sealed class EdgeTests(EdgeNetworks networks) : IClassFixture<EdgeNetworks>
{
    /// <summary>Logits, target probabilities, and the loss.</summary>
    public static TheoryData<float[], float[], double> Classes => new()
    {
        { [1000, 990], [1, 0], 4.5398899e-5 },
        { [3e8f, 3e8f], [1, 0], 0.69314718056 },
        { [3e8f, 3e8f], [0.5f, 0.5f], 0.69314718056 },
        { [-3e8f, -3e8f], [0, 1], 0.69314718056 },
        { [1e30f, 1e30f], [0.25f, 0.75f], 0.69314718056 },
        { [1e6f, 0], [0, 1], 1e6 },
        { [1e6f + 1, 1e6f], [1, 0], 0.31326168752 },
    };

    [Theory, MemberData(nameof(Classes))]
    public void The_cross_entropy_of_large_logits_keeps_its_digits(float[] logits, float[] targets, double expected)
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            INetwork network = assembly.Create("Classes");

            // Of the sum of exponentials, which is 1 or more, a unit in the last place remains.
            double error = 1.2e-7 * (1 + expected);
            Assert.InRange(network.ComputeLoss(logits, targets), expected - error, expected + error);
            if (targets.Contains(1))
                Assert.InRange(network.ComputeLoss(logits, (ReadOnlySpan<int>)[Array.IndexOf(targets, 1)]), expected - error, expected + error);
        }
    }

    /// <summary>Where logit and target agree, the loss and its gradient are tiny, and exact.</summary>
    [Theory]
    [InlineData(10, 1)]
    [InlineData(-10, 0)]
    [InlineData(20, 1)]
    [InlineData(-20, 0)]
    [InlineData(80, 1)]
    [InlineData(-80, 0)]
    [InlineData(3, 0.9375f)]
    [InlineData(-7, 0.001f)]
    [InlineData(1000, 0)]
    [InlineData(1e30f, 1)]
    [InlineData(-1e30f, 1)]
    public void The_binary_cross_entropy_keeps_its_digits(float logit, float target)
    {
        double miss = logit > 0 ? 1.0 - target : target, z = Math.Exp(-Math.Abs((double)logit));
        double loss = (z < 1e-8 ? z : Math.Log(1 + z)) + Math.Abs((double)logit) * miss;
        double gradient = (z / (1 + z) - miss) * (logit > 0 ? -1 : 1);
        foreach (NetworkAssembly assembly in networks.All)
        {
            float[] gradients = new float[1];
            float actual = InputGradientMethods.ComputeGradients(assembly.Create("Binary"), [logit], [target], gradients);
            Assert.InRange(actual, loss * (1 - 1e-6), loss * (1 + 1e-6));
            Assert.InRange(gradients[0], gradient - 1e-6 * Math.Abs(gradient), gradient + 1e-6 * Math.Abs(gradient));
        }
    }

    [Fact]
    public void The_gradient_of_ELU_is_exact_in_its_tail()
    {
        float[] inputs = [-18, -40, -87, -9.5f, 2];
        foreach (NetworkAssembly assembly in networks.All)
        {
            foreach (string name in new[] { "ELUAlone", "ELUFused" })
            {
                float[] gradients = new float[5], outputs = new float[5];
                INetwork network = assembly.Create(name);
                InputGradientMethods.ComputeGradients(network, inputs, new float[5], gradients);
                network.Predict(inputs, outputs);
                for (int i = 0; i < 5; i++)
                    Check(inputs[i], 2.0 * outputs[i] / 5, gradients[i]);
            }

            foreach (float input in inputs)
            {
                float[] gradients = new float[1], outputs = new float[1];
                INetwork network = assembly.Create("ELUDense");
                InputGradientMethods.ComputeGradients(network, [input], (ReadOnlySpan<float>)[0], gradients);
                network.Predict([input], outputs);
                Check(input, 2.0 * outputs[0], gradients[0]);
            }
        }

        static void Check(float x, double outputGradient, float actual)
        {
            double expected = outputGradient * (x > 0 ? 1 : Math.Exp(x)), error = 3e-7 * Math.Abs(expected);
            Assert.InRange(actual, expected - error, expected + error);
        }
    }

    /// <summary>The window's area does not fit 32 bits.</summary>
    [Theory]
    [InlineData("HugeMean", 4, 4294967296.0)]
    [InlineData("WideMean", 2, 2415919095.0)]
    public void A_mean_over_a_huge_window_is_finite(string name, int numbers, double area)
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            INetwork network = assembly.Create(name);
            float[] inputs = [.. Enumerable.Range(1, numbers).Select(i => i * 1e9f)], outputs = new float[numbers], gradients = new float[numbers];
            network.Predict(inputs, outputs);
            InputGradientMethods.ComputeGradients(network, inputs, new float[numbers], gradients);
            double mean = inputs.Sum(x => (double)x) / area;
            Assert.All(outputs, output => Assert.InRange(output, mean * (1 - 1e-6), mean * (1 + 1e-6)));
            Assert.All(gradients, gradient => Assert.InRange(gradient, 2 * mean / area * (1 - 1e-6), 2 * mean / area * (1 + 1e-6)));
        }
    }

    [Fact]
    public void A_maximum_over_a_huge_window_is_the_maximum()
    {
        foreach (NetworkAssembly assembly in networks.All)
        {
            float[] outputs = new float[4], gradients = new float[4];
            INetwork network = assembly.Create("HugeMaximum");
            network.Predict([1, 2, 4, 3], outputs);
            InputGradientMethods.ComputeGradients(network, [1, 2, 4, 3], new float[4], gradients);
            Assert.Equal([4, 4, 4, 4], outputs);
            Assert.Equal([0, 0, 8, 0], gradients);
        }
    }

    /// <summary>
    /// Equal terms are the worst, since their rounding errors are too: a sum in floats of a million would be off in the fifth digit, and stand
    /// still from 2²⁴ on. Blocks of samples are summed first where that is one matrix product; images add theirs one by one.
    /// </summary>
    [Theory]
    [InlineData("Line", 1, 3e-7)]
    [InlineData("Image", 4, 4e-6)]
    public void A_gradient_over_a_million_samples_keeps_its_digits(string name, int inputLength, double bound)
    {
        const int count = 1_000_003;
        Random random = new(3);
        float[] inputs = [.. Enumerable.Range(0, count * inputLength).Select(_ => random.NextSingle())], targets = [.. Enumerable.Repeat(-1e9f, count)];
        double[] expected = new double[inputLength + 1];
        for (int i = 0; i < inputs.Length; i++)
            expected[i % inputLength] += inputs[i] / (double)count;
        expected[inputLength] = 1;
        foreach (NetworkAssembly assembly in networks.All)
        {
            INetwork network = assembly.Create(name);
            network.ComputeGradients(inputs, targets);
            float[] actual = [.. network.Description.Parameters.SelectMany(parameter => new ParameterTensor(network, parameter).Gradient.ToArray())];
            for (int i = 0; i < expected.Length; i++)
                Assert.InRange(actual[i], expected[i] * (1 - bound), expected[i] * (1 + bound));
        }
    }
}
