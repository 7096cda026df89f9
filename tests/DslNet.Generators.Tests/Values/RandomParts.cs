using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Values;

/// <summary>What random networks are made of: a line a layer and a loss, with how often it is drawn beside the others of its list.</summary>
internal static class RandomParts
{
    /// <summary>What takes any shape and keeps it.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> Activations { get; } =
    [
        new(4, (_, _) => Activation.ReLU()),
        .. TriedActivations.All.Select(tried => new RandomPart<OracleLayer>(1, (_, _) => tried.Create())),
    ];

    /// <summary>What reads tokens.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> OfTokens { get; } =
    [
        new(1, (random, tokens) => new Embedding(random.Next(1, 24), random.Next(3) == 0 ? random.Next(tokens.Vocabulary) : -1)),
    ];

    /// <summary>What reads a vector.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> OfVectors { get; } =
    [
        new(7, (random, _) => new Dense(random.Next(1, 36), bias: random.Next(3) > 0)),
        new(1, Slice),
        new(1, Reshape),
        new(1, (_, _) => new Dropout(0)),
        new(1, Norm),
        new(1, (random, _) => new BatchNorm(epsilon: Epsilon(random))),
    ];

    /// <summary>What reads frames before the current one.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> OfFrames { get; } =
    [
        new(4, (random, _) => new CausalConv1D(random.Next(1, 20), random.Next(1, 5), random.Next(3) == 0 ? random.Next(2, 20) : 1, bias: random.Next(3) > 0)),
        new(1, (random, _) => new Delay(random.Next(1, 12))),
        new(1, (random, _) => new LSTM(random.Next(1, 20))),
        new(1, (random, _) => random.Next(2) == 0 ? new GRU(random.Next(1, 20)) : new ResetBeforeGRU(random.Next(1, 20))),
        new(1, (random, _) => new RNN(random.Next(1, 20))),
        new(2, (random, _) => random.Next(1, 12) is var hidden && random.Next(4) is var kind
            ? new Bidirectional(() => kind switch { 0 => new LSTM(hidden), 1 => new GRU(hidden), 2 => new ResetBeforeGRU(hidden), _ => new RNN(hidden) }) : null),
        new(3, (random, at) => Attention(random, at)),
        new(1, (random, _) => new Context(random.Next(1, 20))),
        new(1, (random, _) => new Positions(random.Next(300, 400))),
    ];

    /// <summary>What makes one value of all frames.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> OfSequences { get; } =
    [
        new(1, (_, _) => new LastFrame()),
        new(1, (_, _) => new MeanOverTime()),
        new(1, (_, _) => new MaxOverTime()),
    ];

    /// <summary>What reads a signal or an image.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> OfPositions { get; } =
    [
        new(8, (random, image) => Dilation(random) is var dilation && Window(random, image, smaller => smaller - 1, dilation) is (int height, int width, int padding)
            ? InGroups(random, image, groups => new Conv2D(Filters(random, groups), height, width, random.Next(1, 4), padding, bias: random.Next(3) > 0, dilation, groups)) : null),
        new(3, (random, image) => Dilation(random) is var dilation && Window(random, image, smaller => smaller - 1, dilation) is (int height, int width, int padding)
            ? new DepthwiseConv2D(height, width, random.Next(3) == 0 ? random.Next(2, 4) : 1, random.Next(1, 4), padding, bias: random.Next(3) > 0, dilation) : null),
        new(8, (random, signal) => Dilation(random) is var dilation && WindowOfSignal(random, signal, longest => longest - 1, dilation) is (int kernel, int padding)
            ? InGroups(random, signal, groups => new Conv1D(Filters(random, groups), kernel, random.Next(1, 4), padding, bias: random.Next(3) > 0, dilation, groups)) : null),
        new(3, (random, signal) => Dilation(random) is var dilation && WindowOfSignal(random, signal, longest => longest - 1, dilation) is (int kernel, int padding)
            ? new DepthwiseConv1D(kernel, random.Next(3) == 0 ? random.Next(2, 4) : 1, random.Next(1, 4), padding, bias: random.Next(3) > 0, dilation) : null),
        new(4, (random, image) => Window(random, image, smaller => smaller / 2) is (int height, int width, int padding)
            ? new MaxPool2D(height, width, random.Next(2) == 0 ? null : random.Next(1, 4), padding, ceil: random.Next(3) == 0) : null),
        new(4, (random, image) => Window(random, image, smaller => smaller / 2) is (int height, int width, int padding)
            ? new AvgPool2D(height, width, random.Next(2) == 0 ? null : random.Next(1, 4), padding, ceil: random.Next(3) == 0, countIncludePad: random.Next(3) > 0) : null),
        new(4, (random, signal) => SignalWindow(random, signal, kernel => kernel / 2) is (int kernel, int padding)
            ? new MaxPool1D(kernel, random.Next(2) == 0 ? null : random.Next(1, 4), padding, ceil: random.Next(3) == 0) : null),
        new(4, (random, signal) => SignalWindow(random, signal, kernel => kernel / 2) is (int kernel, int padding)
            ? new AvgPool1D(kernel, random.Next(2) == 0 ? null : random.Next(1, 4), padding, ceil: random.Next(3) == 0, countIncludePad: random.Next(3) > 0) : null),
        new(2, (random, at) => new AdaptiveAvgPool(at.IsSignal ? [random.Next(1, 8)] : [random.Next(1, 6), random.Next(1, 6)])),
        new(4, (random, at) => Transposed(random, at)),
        new(2, (random, at) => Enlarged(random, at)),
        new(2, (random, at) => Padded(random, at)),
        new(1, (_, _) => new Dropout(0)),
        new(1, (_, _) => new Flatten()),
        new(1, Slice),
        new(1, Reshape),
        new(2, Norm),
        new(2, (random, _) => new BatchNorm(random.Next(3) == 0 ? 0.3f : 0.1f, Epsilon(random))),
        new(2, (random, image) => image.Length > 1 ? new GroupNorm(Groups(random, image), Epsilon(random), affine: random.Next(2) > 0) : null),
        new(2, (random, image) => image.Places > 1 ? new InstanceNorm(Epsilon(random), affine: random.Next(2) > 0) : null),
    ];

    /// <summary>What makes a vector of a signal or an image.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> ToVectors { get; } =
    [
        new(2, (_, _) => new Flatten()),
        new(1, (_, _) => new GlobalAvgPool()),
        new(1, (_, _) => new GlobalMaxPool()),
    ];

    /// <summary>What has parameters and keeps height and width, so that it may stand beside another way: often few outputs, often as many as inputs.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> OfSameSize { get; } =
    [
        new(1, (random, at) => !at.IsVector ? null : new Dense(random.Next(3) == 0 ? random.Next(1, 20) : Math.Min(at.Length, 40), bias: random.Next(3) > 0)),
        new(1, (random, at) => at.IsImage
            ? new Conv2D(
                random.Next(3) == 0 ? random.Next(1, 10) : Math.Min(at.Channels, 12), random.Next(1, 4), random.Next(1, 4),
                padding: WindowRange.Same, bias: random.Next(3) > 0)
            : null),
        new(1, (random, at) => at.IsSignal
            ? new Conv1D(random.Next(3) == 0 ? random.Next(1, 10) : Math.Min(at.Channels, 12), random.Next(1, 6), padding: WindowRange.Same, bias: random.Next(3) > 0)
            : null),
    ];

    /// <summary>What joins values of one shape.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> Joins { get; } =
    [
        new(2, (_, _) => new Add()),
        new(1, (_, _) => new Multiply()),
        new(1, (_, _) => new Subtract()),
        new(1, (_, _) => new Concat()),
        new(1, (random, at) => at.IsVector ? null : new Concat(at.IsSignal ? "Length" : random.Next(2) == 0 ? "Height" : "Width")),
    ];

    /// <summary>What joins an image with a vector of its channels.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> JoinsOfVectors { get; } =
    [
        new(1, (_, _) => new Add()),
        new(2, (_, _) => new Multiply()),
        new(1, (_, _) => new Subtract()),
    ];

    /// <summary>What joins values that differ in their channels only.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> JoinsOfChannels { get; } =
    [
        new(1, (_, _) => new Concat()),
    ];

    /// <summary>What ends a network.</summary>
    public static IReadOnlyList<RandomPart<OracleLoss>> Losses { get; } =
    [
        new(1, (_, _) => ElementwiseLoss.MeanSquaredError()),
        new(1, (_, _) => ElementwiseLoss.MeanAbsoluteError()),
        new(1, (_, _) => ElementwiseLoss.Huber(0.5f)),
        new(1, (random, _) => ElementwiseLoss.BinaryCrossEntropy(random.Next(2) == 0 ? 1 : 3.5f)),
        new(1, (random, _) => ElementwiseLoss.SmoothL1(random.Next(2) == 0 ? 1 : 0.25f)),
        new(1, (_, _) => ElementwiseLoss.Hinge()),
        new(1, (_, _) => ElementwiseLoss.Poisson()),
        new(1, (_, _) => new CosineEmbedding()),
        new(1, (_, at) => at is { IsVector: true, Length: > 1 } ? ElementwiseLoss.KLDivergence() : null),
        new(1, (random, _) => random.Next(2) == 0 ? ElementwiseLoss.Pinball(0.25f) : ElementwiseLoss.Charbonnier()),
        new(4, (_, at) => at is { IsVector: true, Length: 2 } ? new GaussianLoss() : null),
        new(3, (random, at) => at is { IsVector: true, Length: > 1 } ? CrossEntropy(random, at.Length) : null),
    ];

    private static SoftmaxCrossEntropy CrossEntropy(Random random, int classes) => new(
        labels: random.Next(2) == 0, smoothing: random.Next(3) == 0 ? 0.1f : 0,
        weights: random.Next(3) == 0 ? [.. Enumerable.Range(0, classes).Select(_ => 0.25f * random.Next(1, 9))] : null,
        ignored: random.Next(3) == 0 ? random.Next(classes) : null);

    /// <summary>A normalization, of more than one value.</summary>
    private static OracleLayer? Norm(Random random, Extent at)
    {
        bool perPosition = random.Next(2) == 0, affine = random.Next(4) > 0;
        float epsilon = Epsilon(random);
        OracleLayer norm = random.Next(2) == 0 ? new LayerNorm(epsilon, affine, bias: random.Next(3) > 0, perPosition) : new RMSNorm(epsilon, affine, perPosition);
        return (perPosition ? at.Channels : at.Length) > 1 ? norm : null;
    }

    /// <summary>Attention whose heads divide the features, of even ones rotary ones too.</summary>
    private static CausalAttention Attention(Random random, Extent at)
    {
        int[] divisors = [.. Enumerable.Range(1, at.Length).Where(heads => at.Length % heads == 0)];
        int heads = divisors[random.Next(divisors.Length)];
        return new(heads, random.Next(1, 40), bias: random.Next(3) > 0, rotary: at.Length / heads % 2 == 0 && random.Next(3) > 0);
    }

    private static OracleLayer Slice(Random random, Extent at)
    {
        int start = random.Next(at.Channels);
        return new Slice(start, random.Next(1, at.Channels - start + 1));
    }

    /// <summary>Another shape of as many values, in three factors.</summary>
    private static OracleLayer Reshape(Random random, Extent at)
    {
        int channels = Divisor(at.Length), height = Divisor(at.Length / channels);
        return new Reshape(random.Next(4) == 0 && !at.IsVector ? Extent.Vector(at.Length) : random.Next(4) == 0 ? Extent.Signal(channels, at.Length / channels) : Extent.Image(channels, height, at.Length / channels / height));

        int Divisor(int length)
        {
            int[] divisors = [.. Enumerable.Range(1, length).Where(divisor => length % divisor == 0)];
            return divisors[random.Next(divisors.Length)];
        }
    }

    private static float Epsilon(Random random) => random.Next(2) == 0 ? 1e-5f : 0.25f;

    /// <summary>A number of groups that divides the channels, each of more than one value.</summary>
    private static int Groups(Random random, Extent image)
    {
        int[] divisors = [.. Enumerable.Range(1, image.Channels).Where(groups => image.Channels % groups == 0 && groups < image.Length)];
        return divisors[random.Next(divisors.Length)];
    }

    /// <summary>Of convolutions some have groups: such as divide the channels.</summary>
    private static OracleLayer InGroups(Random random, Extent at, Func<int, OracleLayer> create)
    {
        int[] divisors = [.. Enumerable.Range(1, at.Channels).Where(groups => at.Channels % groups == 0)];
        return create(random.Next(3) == 0 ? divisors[random.Next(divisors.Length)] : 1);
    }

    private static int Filters(Random random, int groups) => groups * Math.Max(1, random.Next(1, 18) / groups);

    private static int Dilation(Random random) => random.Next(3) == 0 ? random.Next(2, 4) : 1;

    private static int Reach(int kernel, int dilation) => (kernel - 1) * dilation + 1;

    /// <summary>A window and a padding, at most what its length allows; null if it does not fit into the signal, or there is none.</summary>
    private static (int Kernel, int Padding)? WindowOfSignal(Random random, Extent signal, Func<int, int> mostPadding, int dilation = 1)
    {
        int kernel = random.Next(1, 8), reach = Reach(kernel, dilation), padding = random.Next(3) == 0 ? WindowRange.Same : random.Next(mostPadding(reach) + 1);
        return signal.IsSignal && WindowRange.Fits(signal.Width, reach, padding) ? (kernel, padding) : null;
    }

    /// <summary>A window and a padding, at most what its smaller side allows; null if it does not fit into the image, or there is none.</summary>
    private static (int Height, int Width, int Padding)? Window(Random random, Extent image, Func<int, int> mostPadding, int dilation = 1)
    {
        int height = random.Next(1, 5), width = random.Next(1, 5);
        int padding = random.Next(3) == 0 ? WindowRange.Same : random.Next(mostPadding(Reach(Math.Min(height, width), dilation)) + 1);
        return image.IsImage && WindowRange.Fits(image.Height, Reach(height, dilation), padding) && WindowRange.Fits(image.Width, Reach(width, dilation), padding) ? (height, width, padding) : null;
    }

    /// <summary>A window over a signal and a padding; null if it does not fit, or there is no signal.</summary>
    private static (int Kernel, int Padding)? SignalWindow(Random random, Extent signal, Func<int, int> mostPadding)
    {
        int kernel = random.Next(1, 6), padding = random.Next(3) == 0 ? WindowRange.Same : random.Next(mostPadding(kernel) + 1);
        return signal.IsSignal && WindowRange.Fits(signal.Width, kernel, padding) ? (kernel, padding) : null;
    }

    /// <summary>More positions; null where there are many already.</summary>
    private static Upsample? Enlarged(Random random, Extent at)
    {
        int height = random.Next(1, 4), width = random.Next(1, 4);
        bool bilinear = random.Next(2) == 0;
        return at.Places > 64 ? null : at.IsSignal ? new Upsample(width, bilinear) : new Upsample(height, width, bilinear);
    }

    /// <summary>Something around; null where a reflection would be longer than what it reflects.</summary>
    private static Pad? Padded(Random random, Extent at)
    {
        int top = random.Next(3), bottom = random.Next(3), left = random.Next(3), right = random.Next(3);
        string mode = random.Next(3) switch { 0 => "Zero", 1 => "Reflect", _ => "Replicate" };
        if (at.IsSignal)
            (top, bottom) = (0, 0);
        bool fits = mode != "Reflect" || (Math.Max(left, right) < at.Width && (at.IsSignal || Math.Max(top, bottom) < at.Height));
        return fits ? new Pad(top, bottom, left, right, mode) : null;
    }

    /// <summary>A transposed convolution; null where there are many positions already, or nothing is left.</summary>
    private static OracleLayer? Transposed(Random random, Extent at)
    {
        int[] kernel = [.. Enumerable.Range(0, at.Rank).Select(_ => random.Next(1, 5))];
        int stride = random.Next(1, 4), dilation = Dilation(random), padding = random.Next(4) == 0 ? WindowRange.Same : random.Next(Reach(kernel.Min(), dilation));
        int outputPadding = padding == WindowRange.Same ? 0 : random.Next(Math.Max(stride, dilation));
        int[] lengths = at.IsSignal ? [at.Width] : [at.Height, at.Width];
        bool leavesSome = padding == WindowRange.Same
            || lengths.Zip(kernel, (length, taps) => (length - 1) * stride - 2 * padding + Reach(taps, dilation) + outputPadding).Min() > 0;
        return at.Places <= 64 && leavesSome
            ? InGroups(random, at, groups => new ConvTranspose(Filters(random, groups), kernel, stride, padding, outputPadding, bias: random.Next(3) > 0, dilation, groups))
            : null;
    }
}
