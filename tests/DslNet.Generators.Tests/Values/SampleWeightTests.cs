using DslNet.Generators.Tests.Harness;

namespace DslNet.Generators.Tests.Values;

/// <summary>Samples that count more or less, in networks whose ports have no names.</summary>
public sealed class SampleWeightTests
{
    private const int Classes = 5, Features = 6;

    /// <summary>A loss of labels with all that labels have, one of two values, and a layer so large that AVX-512 updates it while it sums gradients.</summary>
    private const string Source =
        """
        /// <summary>Of labels.</summary>
        [Network]
        [Input(6, Gradient = true), Dense(9), Tanh, Dense(5)]
        [SoftmaxCrossEntropy(LabelSmoothing = 0.1f, ClassWeights = new float[] { 1, 2, 0.5f, 1, 3 }, Weight = 2)]
        public sealed partial class Choice;

        /// <summary>Of targets.</summary>
        [Network]
        [Input(6, Gradient = true), Dense(48), Tanh, Dense(48), Tanh, Dense(5), Huber]
        public sealed partial class Price;
        """;

    private readonly NetworkAssembly _assembly = NetworkAssembly.Compile(Source);

    /// <summary>Less than a block, more than a vector, and several groups of samples.</summary>
    public static TheoryData<string, int> Cases => new() { { "Choice", 3 }, { "Choice", 37 }, { "Choice", 300 }, { "Price", 3 }, { "Price", 37 }, { "Price", 300 } };

    /// <summary>A weight of two is the same as the sample twice, and one of zero the same as leaving it out.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Weights_are_repetitions(string name, int count)
    {
        INetwork weighted = Create(name), plain = Create(name);
        Batch samples = new(count);
        int[] repeated = [.. Enumerable.Range(0, count).SelectMany(i => Enumerable.Repeat(i, i % 3))];
        Batch repetitions = samples.Take(repeated);

        float loss = ComputeGradients(weighted, samples, samples.Weights);
        Assert.Equal(ComputeGradients(plain, repetitions, []), loss, 1e-5f);
        AssertNear(plain.Gradients, weighted.Gradients);
        Assert.Equal(loss, ComputeLoss(weighted, samples, samples.Weights), 1e-6f);

        Evaluation evaluation = weighted.Evaluate(samples.ToDataset(weighted).WithWeights(samples.Weights));
        Assert.Equal(loss, evaluation.Loss, 1e-5);
    }

    /// <summary>Shuffled or not, training counts each sample as its weight says, and so does the loss that it reports.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void Training_counts_samples_by_their_weights(string name, int count)
    {
        Batch samples = new(count);
        INetwork expected = Create(name);
        Optimizer optimizer = new SGD(0.1f) { Momentum = 0.9f };
        double sum = 0, counted = 0;
        foreach (int[] batch in Enumerable.Range(0, count).Chunk(16))
        {
            Batch part = samples.Take(batch);
            double weight = batch.Sum(i => samples.Weights[i] * (name == "Choice" && samples.Labels[i] >= 0 ? s_classWeights[samples.Labels[i]] : name == "Choice" ? 0 : 1));
            sum += weight * Step(optimizer, expected, part);
            counted += weight;
        }

        Dataset data = samples.ToDataset(expected).WithWeights(samples.Weights);
        INetwork trained = Create(name);
        FitResult result = trained.Fit(data, new FitOptions { BatchSize = 16, Shuffle = false, Optimizer = new SGD(0.1f) { Momentum = 0.9f } });
        Closeness.VerifyBits("parameters", expected.Parameters.ToArray(), trained.Parameters.ToArray());
        Assert.Equal(sum / counted, result.Epochs[0].Loss, 1e-5);

        // In one batch the order changes the rounding of sums only, but another sample's weight would be another loss.
        INetwork shuffled = Create(name), ordered = Create(name);
        FitResult one = ordered.Fit(data, new FitOptions { BatchSize = count, Shuffle = false, Optimizer = new SGD(0.1f) });
        FitResult other = shuffled.Fit(data, new FitOptions { BatchSize = count, Seed = 7, Optimizer = new SGD(0.1f) });
        Assert.Equal(one.Epochs[0].Loss, other.Epochs[0].Loss, 1e-5);
        AssertNear(ordered.Parameters, shuffled.Parameters);
    }

    /// <summary>Weights of one change no bit, on any instruction set; neither does it which one computes other weights.</summary>
    [Theory]
    [InlineData("Choice")]
    [InlineData("Price")]
    public void They_have_the_same_bits(string name)
    {
        Batch samples = new(37);
        INetwork first = Create(name);
        float loss = ComputeGradients(first, samples, samples.Weights);
        foreach (NetworkAssembly assembly in NetworkAssembly.CompileOthers(Source))
        {
            INetwork other = assembly.Create(name, seed: 2);
            Assert.Equal(loss, ComputeGradients(other, samples, samples.Weights));
            Closeness.VerifyBits($"{assembly.Targets}: weighted", first.Gradients.ToArray(), other.Gradients.ToArray());
        }

        INetwork plain = Create(name), ones = Create(name);
        Assert.Equal(ComputeGradients(plain, samples, []), ComputeGradients(ones, samples, [.. Enumerable.Repeat(1f, samples.Count)]));
        Closeness.VerifyBits("weights of one", plain.Gradients.ToArray(), ones.Gradients.ToArray());
    }

    /// <summary>With respect to the inputs too.</summary>
    [Theory]
    [InlineData("Choice")]
    [InlineData("Price")]
    public void Input_gradients_are_those_of_the_weighted_mean(string name)
    {
        Batch samples = new(4);
        INetwork network = Create(name);
        float[] gradients = new float[samples.Inputs.Length];
        float loss = name == "Choice"
            ? InputGradientMethods.ComputeGradients(network, samples.Inputs, samples.Labels, gradients, weights: samples.Weights)
            : InputGradientMethods.ComputeGradients(network, samples.Inputs, samples.Targets, gradients, weights: samples.Weights);
        Assert.Equal(ComputeLoss(network, samples, samples.Weights), loss, 1e-6f);
        for (int i = 0; i < gradients.Length; i++)
        {
            const float step = 1e-2f;
            float[] less = [.. samples.Inputs], more = [.. samples.Inputs];
            less[i] -= step;
            more[i] += step;
            float slope = (ComputeLoss(network, samples with { Inputs = more }, samples.Weights) - ComputeLoss(network, samples with { Inputs = less }, samples.Weights)) / (2 * step);
            Assert.Equal(slope, gradients[i], 2e-3f);
        }

        // The weights of samples 0 and 3 are zero.
        Assert.All(gradients[..Features], value => Assert.Equal(0, value));
        Assert.All(gradients[(3 * Features)..], value => Assert.Equal(0, value));
    }

    [Theory]
    [InlineData("Choice")]
    [InlineData("Price")]
    public void Where_nothing_counts_there_is_nothing_to_learn(string name)
    {
        Batch samples = new(5);
        INetwork network = Create(name);
        ComputeGradients(network, samples, []);
        Assert.Equal(0, ComputeLoss(network, samples, new float[5]));
        Assert.Equal(0, ComputeGradients(network, samples, new float[5]));
        Assert.All(network.Gradients.ToArray(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Weights_that_make_no_sense_are_refused()
    {
        Batch samples = new(2);
        INetwork network = Create("Price");
        Says("weights[1] is -1. Give each sample a finite weight of at least 0.", () => ComputeLoss(network, samples, [1, -1]));
        Says("weights[0] is NaN. Give each sample a finite weight of at least 0.", () => ComputeGradients(network, samples, [float.NaN, 1]));
        Says("weights has 3 values, but 2 samples of 1 are 2.", () => ComputeGradients(network, samples, [1, 1, 1]));
        float[] outputs = new float[2 * Classes];
        Says("outputs overlaps memory that is read meanwhile. Pass separate memory.", () => network.ComputeLoss(samples.Inputs, samples.Targets, outputs, outputs.AsSpan(0, 2)), "outputs");
        float[] gradients = new float[samples.Inputs.Length];
        Says("inputGradients overlaps memory that is read meanwhile. Pass separate memory.", () => InputGradientMethods.ComputeGradients(network, samples.Inputs, samples.Targets, gradients, weights: gradients.AsSpan(0, 2)), "inputGradients");

        static void Says(string message, Action call, string parameter = "weights")
        {
            ArgumentException exception = Assert.Throws<ArgumentException>(call);
            Assert.StartsWith(message, exception.Message);
            Assert.Equal(parameter, exception.ParamName);
        }
    }

    private static readonly float[] s_classWeights = [1, 2, 0.5f, 1, 3];

    private INetwork Create(string name) => _assembly.Create(name, seed: 2);

    private static bool TakesLabels(INetwork network) => network.Description.Loss!.Target == LossTarget.Labels;

    private static float ComputeLoss(INetwork network, Batch samples, float[] weights) =>
        TakesLabels(network) ? network.ComputeLoss(samples.Inputs, samples.Labels, weights: weights) : network.ComputeLoss(samples.Inputs, samples.Targets, weights: weights);

    private static float ComputeGradients(INetwork network, Batch samples, float[] weights) =>
        TakesLabels(network) ? network.ComputeGradients(samples.Inputs, samples.Labels, weights: weights) : network.ComputeGradients(samples.Inputs, samples.Targets, weights: weights);

    private static float Step(Optimizer optimizer, INetwork network, Batch samples) =>
        TakesLabels(network) ? optimizer.Step(network, samples.Inputs, samples.Labels, samples.Weights) : optimizer.Step(network, samples.Inputs, samples.Targets, samples.Weights);

    private static void AssertNear(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual)
    {
        for (int i = 0; i < expected.Length; i++)
            Assert.Equal(expected[i], actual[i], 1e-5f);
    }

    private sealed record Batch(float[] Inputs, float[] Targets, int[] Labels, float[] Weights)
    {
        public Batch(int count)
            : this([], [], [], [])
        {
            Random random = new(count);
            Inputs = [.. Enumerable.Range(0, count * Features).Select(_ => 2 * random.NextSingle() - 1)];
            Targets = [.. Enumerable.Range(0, count * Classes).Select(_ => 2 * random.NextSingle() - 1)];
            Labels = [.. Enumerable.Range(0, count).Select(i => i % 7 == 4 ? -100 : i % Classes)];
            Weights = [.. Enumerable.Range(0, count).Select(i => (float)(i % 3))];
        }

        public int Count => Labels.Length;

        public Batch Take(int[] samples) => new(
            [.. samples.SelectMany(i => Inputs[(i * Features)..((i + 1) * Features)])], [.. samples.SelectMany(i => Targets[(i * Classes)..((i + 1) * Classes)])],
            [.. samples.Select(i => Labels[i])], [.. samples.Select(i => Weights[i])]);

        public Dataset ToDataset(INetwork network) => TakesLabels(network) ? Dataset.FromLabels(Inputs, Labels, Features) : Dataset.FromTargets(Inputs, Targets, Features, Classes);
    }
}
