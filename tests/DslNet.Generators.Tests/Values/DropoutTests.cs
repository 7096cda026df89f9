using DslNet.Generators.Tests.Harness;
using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Values;

/// <summary>Dropout in training: with targets of zero, the gradient by an input is zero exactly where it was dropped.</summary>
public sealed class DropoutTests(DropoutNetworks networks) : IClassFixture<DropoutNetworks>
{
    private const int Features = 33, Samples = 130;

    private readonly NetworkAssembly _native = networks.Native;
    private readonly IReadOnlyList<NetworkAssembly> _others = networks.Others;
    private readonly float[] _inputs = [.. Enumerable.Repeat(new Random(3), Features * Samples).Select(random => random.NextSingle() + 0.5f)];

    [Theory]
    [InlineData("Alone", 0.7)]
    [InlineData("Twice", 0.49)]
    public void As_many_numbers_are_kept_as_the_probability_says(string name, double probability)
    {
        INetwork network = _native.Create(name, seed: 11);
        int[] kept = [.. Enumerable.Range(0, 20).Select(step => Mask(network, step).Count(bit => bit))];
        double expected = probability * _inputs.Length, deviation = Math.Sqrt(expected * (1 - probability));

        // Five standard deviations of a binomial distribution, for each step and for all together.
        Assert.All(kept, count => Assert.InRange(count, expected - 5 * deviation, expected + 5 * deviation));
        Assert.InRange(kept.Average(), expected - 5 * deviation / Math.Sqrt(20), expected + 5 * deviation / Math.Sqrt(20));
    }

    [Fact]
    public void No_feature_and_no_sample_is_always_kept_or_dropped()
    {
        INetwork network = _native.Create("Alone", seed: 11);
        bool[][] masks = [.. Enumerable.Range(0, 40).Select(step => Mask(network, step))];
        for (int i = 0; i < _inputs.Length; i++)
            Assert.InRange(masks.Count(mask => mask[i]), 1 + 7, 40);

        for (int feature = 0; feature < Features; feature++)
            Assert.InRange(Enumerable.Range(0, Samples).Count(s => masks[0][s * Features + feature]), 60, 120);
    }

    [Fact]
    public void The_step_and_the_seed_choose_the_mask()
    {
        INetwork network = _native.Create("Alone", seed: 11), other = _native.Create("Alone", seed: 12);
        bool[] first = Mask(network, 4);
        Assert.Equal(first, Mask(network, 4));
        AssertIndependent(first, Mask(network, 5), 0.7);
        AssertIndependent(first, Mask(network, 4 + (1L << 32)), 0.7);
        AssertIndependent(first, Mask(other, 4), 0.7);
    }

    [Fact]
    public void The_second_dropout_has_a_mask_of_its_own()
    {
        // Of one mask twice, 0.7 would be kept; the probability of that is tested above. The first layer's mask is that of Alone.
        bool[] both = Mask(_native.Create("Twice", seed: 11), 2), first = Mask(_native.Create("Alone", seed: 11), 2);
        Assert.All(both.Zip(first), pair => Assert.True(pair.Second || !pair.First));
    }

    [Fact]
    public void Loss_and_gradient_see_the_same_mask()
    {
        INetwork network = _native.Create("Alone", seed: 11);
        (float loss, float[] gradients) = Train(network, 3, Features);
        double keep = 1 / 0.7, expected = 0;
        for (int i = 0; i < gradients.Length; i++)
        {
            double y = gradients[i] == 0 ? 0 : _inputs[i] * keep;
            expected += y * y / gradients.Length;
            Assert.Equal(2 * y * keep / gradients.Length, gradients[i], 1e-6 * keep * keep / gradients.Length * 8);
        }

        Assert.Equal(1, loss / expected, 1e-5);
    }

    [Fact]
    public void Parameters_have_the_gradient_of_what_was_kept()
    {
        OracleNetwork oracle = new(Extent.Vector(Features), [new Dense(5), Activation.Tanh()], ElementwiseLoss.MeanSquaredError());
        oracle.DrawParameters(new Random(1));
        INetwork network = NetworkCheck.Create(_native, "Before", oracle);
        (float loss, float[] gradients) = Train(network, 3, 5);
        float keep = (float)(1 / (1 - 0.3));
        OracleResult expected = oracle.Evaluate(
        [
            .. Enumerable.Range(0, Samples).Select(s => new Sample(
                [.. Enumerable.Range(s * Features, Features).Select(i => gradients[i] == 0 ? 0.0 : _inputs[i] * keep)], new double[5])),
        ]);
        Closeness.Verify("loss", expected.Loss, expected.LossError, loss);
        for (int p = 0; p < 2; p++)
            Closeness.Verify($"parameter {p}", expected.ParameterGradients[0][p].ToBounded(), new ParameterTensor(network, network.Description.Parameters[p]).Gradient.ToArray());
        for (int i = 0; i < gradients.Length; i++)
        {
            double gradient = gradients[i] == 0 ? 0 : expected.InputGradients[i / Features].Value[i % Features] * keep;
            double error = expected.InputGradients[i / Features].Error[i % Features] * keep + 2 * Rounding.Unit * Math.Abs(gradient);
            Closeness.Verify($"input {i}", gradient, error, gradients[i]);
        }
    }

    [Theory]
    [InlineData("Alone", Features)]
    [InlineData("Before", 5)]
    [InlineData("Twice", Features)]
    public void Every_target_draws_the_same_mask(string name, int outputs)
    {
        (float loss, float[] gradients) = Train(_native.Create(name, seed: 11), 7, outputs);
        foreach (NetworkAssembly other in _others)
        {
            (float otherLoss, float[] otherGradients) = Train(other.Create(name, seed: 11), 7, outputs);
            Closeness.VerifyBits($"{other.Targets}: loss", [loss], [otherLoss]);
            Closeness.VerifyBits($"{other.Targets}: input gradients", gradients, otherGradients);
        }
    }

    [Fact]
    public void A_sample_keeps_its_mask_in_a_smaller_batch()
    {
        INetwork network = _native.Create("Alone", seed: 11);
        float[] gradients = new float[7 * Features];
        InputGradientMethods.ComputeGradients(network, _inputs.AsSpan(0, gradients.Length), new float[gradients.Length], gradients, 9);
        Assert.Equal(Mask(network, 9)[..gradients.Length], gradients.Select(gradient => gradient != 0));
    }

    [Fact]
    public void Evaluation_drops_nothing()
    {
        INetwork network = _native.Create("Alone", seed: 11);
        Mask(network, 1);
        float[] outputs = new float[_inputs.Length];
        network.Predict(_inputs, outputs);
        Assert.Equal(_inputs, outputs);
        float loss = network.ComputeLoss(_inputs, new float[_inputs.Length]);
        Assert.Equal(1, loss / _inputs.Average(x => (double)x * x), 1e-5);
    }

    private bool[] Mask(INetwork network, long step) => [.. Train(network, step, Features).Gradients.Select(gradient => gradient != 0)];

    private (float Loss, float[] Gradients) Train(INetwork network, long step, int outputs)
    {
        using var culture = HostileCulture.Enter();
        float[] gradients = new float[_inputs.Length];
        float loss = InputGradientMethods.ComputeGradients(network, _inputs, new float[Samples * outputs], gradients, step);
        return (loss, gradients);
    }

    /// <summary>Two masks agree by chance only: within five standard deviations.</summary>
    private static void AssertIndependent(bool[] a, bool[] b, double kept)
    {
        double agree = kept * kept + (1 - kept) * (1 - kept), deviation = Math.Sqrt(agree * (1 - agree) * a.Length);
        int count = a.Zip(b).Count(pair => pair.First == pair.Second);
        Assert.InRange(count, agree * a.Length - 5 * deviation, agree * a.Length + 5 * deviation);
    }
}
