using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>Labels that are left out, and classes that count more than others: also where the mean is one over a whole dataset.</summary>
public sealed class LabelTests
{
    private const int Inputs = 3, Classes = 4, Ignored = -100;

    private static readonly NetworkAssembly s_networks = NetworkAssembly.Compile(
        """
        [Network, Input(3), Dense(4), SoftmaxCrossEntropy] internal partial class Plain;
        [Network, Input(3), Dense(4), SoftmaxCrossEntropy(ClassWeights = new float[] { 1, 2, 0, 3 })] internal partial class Weighted;
        [Network, Input(3), Dense(4), SoftmaxCrossEntropy(IgnoreLabel = 2)] internal partial class WithoutTwo;
        """, "portable");

    private static readonly float[] s_inputs = [.. Enumerable.Range(0, 8 * Inputs).Select(i => (i * 37 % 19 - 9) / 8f)];

    /// <summary>The first of these samples, the second and so on, in an order.</summary>
    private static float[] InputsOf(params int[] samples) => [.. samples.SelectMany(sample => s_inputs.AsSpan(sample * Inputs, Inputs).ToArray())];

    [Fact]
    public void Samples_that_are_left_out_change_nothing()
    {
        INetwork network = s_networks.Create("Plain", seed: 3);
        float loss = network.ComputeGradients(InputsOf(0, 1, 2, 3, 4), [Ignored, 1, 3, Ignored, 0]);
        float[] gradients = network.Gradients.ToArray();
        Assert.Equal(network.ComputeGradients(InputsOf(1, 2, 4), [1, 3, 0]), loss);
        Closeness.VerifyBits("gradients", network.Gradients.ToArray(), gradients);
        Assert.Equal(loss, network.ComputeLoss(InputsOf(0, 1, 2, 3, 4), [Ignored, 1, 3, Ignored, 0]));
    }

    [Fact]
    public void Nothing_is_learned_of_samples_that_are_all_left_out()
    {
        INetwork network = s_networks.Create("Plain", seed: 3);
        Assert.Equal(0, network.ComputeGradients(InputsOf(0, 1), [Ignored, Ignored]));
        Assert.All(network.Gradients.ToArray(), gradient => Assert.Equal(0, gradient));
        Assert.Equal(0, network.ComputeLoss(InputsOf(0, 1), [Ignored, Ignored]));
    }

    [Fact]
    public void A_class_may_be_left_out()
    {
        INetwork network = s_networks.Create("WithoutTwo", seed: 3);
        Assert.Equal(network.ComputeLoss(InputsOf(1), [1]), network.ComputeLoss(InputsOf(0, 1, 2), [2, 1, 2]));
        ArgumentException refused = Assert.Throws<ArgumentException>(() => network.ComputeLoss(InputsOf(0), [Ignored]));
        Assert.StartsWith("labels[0] is -100, but the network has 4 classes: labels go from 0 to 3, and 2 leaves a sample out.", refused.Message);
    }

    /// <summary>A weight of two is the same as the sample twice.</summary>
    [Fact]
    public void Weights_are_repetitions()
    {
        INetwork weighted = s_networks.Create("Weighted", seed: 3), plain = s_networks.Create("Plain", seed: 3);
        float loss = weighted.ComputeGradients(InputsOf(0, 1, 2), [1, 0, 3]);
        float repeated = plain.ComputeGradients(InputsOf(0, 0, 1, 2, 2, 2), [1, 1, 0, 3, 3, 3]);
        Assert.Equal(repeated, loss, 1e-6f);
        Assert.All(weighted.Gradients.ToArray().Zip(plain.Gradients.ToArray()), pair => Assert.Equal(pair.Second, pair.First, 1e-6f));
    }

    /// <summary>More samples than an evaluation takes at once, of which the first chunk counts less than the second.</summary>
    [Fact]
    public void Evaluations_and_epochs_have_one_mean()
    {
        const int count = 1500;
        INetwork network = s_networks.Create("Weighted", seed: 3);
        float[] inputs = [.. Enumerable.Range(0, count).SelectMany(i => InputsOf(i % 8))];
        int[] labels = [.. Enumerable.Range(0, count).Select(i => i % 3 == 0 ? Ignored : i < 1000 ? i % 2 : 3)];
        var data = Dataset.FromLabels(inputs, labels, Inputs);
        float whole = network.ComputeLoss(inputs, labels);
        Evaluation evaluation = network.Evaluate(data);
        Assert.Equal(whole, evaluation.Loss, 1e-6);
        Assert.Equal(1000, evaluation.ConfusionMatrix!.Total);

        // Without a step that changes anything, the epoch's loss is that of its samples.
        FitResult fit = network.Fit(data, new FitOptions { Optimizer = new SGD(0), BatchSize = 64 });
        Assert.Equal(whole, fit.Last.Loss, 1e-6);
        Assert.Equal(Classes, evaluation.ConfusionMatrix.Classes);
    }

    [Fact]
    public void Labels_of_no_class_are_refused_before_training()
    {
        INetwork network = s_networks.Create("Plain", seed: 3);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => network.Evaluate(Dataset.FromLabels(InputsOf(0, 1, 2), new[] { Ignored, -1, 0 }, Inputs)));
        Assert.StartsWith("Plain has 4 classes, 0 to 3, but sample 1 of data has the label -1. Correct the label, or give -100 to samples that are of no class.", refused.Message);
    }

    [Fact]
    public void Where_the_gradient_of_a_class_without_weight_is_zero_so_is_the_loss()
    {
        INetwork network = s_networks.Create("Weighted", seed: 3);
        Assert.Equal(0, network.ComputeGradients(InputsOf(0, 5), [2, 2]));
        Assert.All(network.Gradients.ToArray(), gradient => Assert.Equal(0, gradient));
    }
}
