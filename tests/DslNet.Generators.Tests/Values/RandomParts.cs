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

    /// <summary>What reads a vector.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> OfVectors { get; } =
    [
        new(7, (random, _) => new Dense(random.Next(1, 36), bias: random.Next(3) > 0)),
        new(1, (_, _) => new Dropout(0)),
        new(1, Norm),
    ];

    /// <summary>What reads a signal or an image.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> OfPositions { get; } =
    [
        new(8, (random, image) => Window(random, image, smaller => smaller - 1) is (int height, int width, int padding)
            ? new Conv2D(random.Next(1, 18), height, width, random.Next(1, 4), padding, bias: random.Next(3) > 0) : null),
        new(8, (random, signal) => WindowOfSignal(random, signal, longest => longest - 1) is (int kernel, int padding)
            ? new Conv1D(random.Next(1, 18), kernel, random.Next(1, 4), padding, bias: random.Next(3) > 0) : null),
        new(4, (random, image) => Window(random, image, smaller => smaller / 2) is (int height, int width, int padding)
            ? new MaxPool2D(height, width, random.Next(2) == 0 ? null : random.Next(1, 4), padding) : null),
        new(4, (random, image) => Window(random, image, smaller => smaller / 2) is (int height, int width, int padding)
            ? new AvgPool2D(height, width, random.Next(2) == 0 ? null : random.Next(1, 4), padding) : null),
        new(1, (_, _) => new Dropout(0)),
        new(1, (_, _) => new Flatten()),
        new(2, Norm),
        new(2, (random, image) => image.Length > 1 ? new GroupNorm(Groups(random, image), Epsilon(random), affine: random.Next(2) > 0) : null),
        new(2, (random, image) => image.Places > 1 ? new InstanceNorm(Epsilon(random), affine: random.Next(2) > 0) : null),
    ];

    /// <summary>What makes a vector of a signal or an image.</summary>
    public static IReadOnlyList<RandomPart<OracleLayer>> ToVectors { get; } =
    [
        new(2, (_, _) => new Flatten()),
        new(1, (_, at) => at.IsImage ? new GlobalAvgPool2D() : null),
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
        new(1, (_, _) => new Concat()),
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
        new(1, (_, _) => ElementwiseLoss.BinaryCrossEntropy()),
        new(1, (random, _) => random.Next(2) == 0 ? ElementwiseLoss.Pinball(0.25f) : ElementwiseLoss.Charbonnier()),
        new(4, (_, at) => at is { IsVector: true, Length: 2 } ? new GaussianLoss() : null),
        new(2, (random, at) => at is { IsVector: true, Length: > 1 } ? new SoftmaxCrossEntropy(labels: random.Next(2) == 0) : null),
    ];

    /// <summary>A normalization, of more than one value.</summary>
    private static OracleLayer? Norm(Random random, Extent at)
    {
        bool perPosition = random.Next(2) == 0, affine = random.Next(4) > 0;
        float epsilon = Epsilon(random);
        OracleLayer norm = random.Next(2) == 0 ? new LayerNorm(epsilon, affine, bias: random.Next(3) > 0, perPosition) : new RMSNorm(epsilon, affine, perPosition);
        return (perPosition ? at.Channels : at.Length) > 1 ? norm : null;
    }

    private static float Epsilon(Random random) => random.Next(2) == 0 ? 1e-5f : 0.25f;

    /// <summary>A number of groups that divides the channels, each of more than one value.</summary>
    private static int Groups(Random random, Extent image)
    {
        int[] divisors = [.. Enumerable.Range(1, image.Channels).Where(groups => image.Channels % groups == 0 && groups < image.Length)];
        return divisors[random.Next(divisors.Length)];
    }

    /// <summary>A window and a padding, at most what its length allows; null if it does not fit into the signal, or there is none.</summary>
    private static (int Kernel, int Padding)? WindowOfSignal(Random random, Extent signal, Func<int, int> mostPadding)
    {
        int kernel = random.Next(1, 8), padding = random.Next(3) == 0 ? WindowRange.Same : random.Next(mostPadding(kernel) + 1);
        return signal.IsSignal && WindowRange.Fits(signal.Width, kernel, padding) ? (kernel, padding) : null;
    }

    /// <summary>A window and a padding, at most what its smaller side allows; null if it does not fit into the image, or there is none.</summary>
    private static (int Height, int Width, int Padding)? Window(Random random, Extent image, Func<int, int> mostPadding)
    {
        int height = random.Next(1, 5), width = random.Next(1, 5);
        int padding = random.Next(3) == 0 ? WindowRange.Same : random.Next(mostPadding(Math.Min(height, width)) + 1);
        return image.IsImage && WindowRange.Fits(image.Height, height, padding) && WindowRange.Fits(image.Width, width, padding) ? (height, width, padding) : null;
    }
}
