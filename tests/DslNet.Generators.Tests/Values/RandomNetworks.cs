using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Values;

/// <summary>Draws valid networks: chains with skips and branches, whose every value is read.</summary>
internal sealed class RandomNetworks(Random random)
{
    private readonly List<OracleLayer> _layers = [];
    private Extent _input;

    /// <summary>
    /// The first network of a seed whose rounding can be bounded closely: through many wide layers the worst case grows far beyond what
    /// happens, and a comparison would say little.
    /// </summary>
    public static OracleNetwork Draw(int seed) => Draw(seed, networks => networks.Draw());

    /// <summary>
    /// The same for a deep narrow network joined by Add: sums grow until activations are far in their tails, and the first gradients are
    /// products of dozens of derivatives.
    /// </summary>
    public static OracleNetwork DrawDeep(int seed) => Draw(seed, networks => networks.DrawDeep());

    private static OracleNetwork Draw(int seed, Func<RandomNetworks, OracleNetwork> draw)
    {
        var random = new Random(seed);
        OracleNetwork network;
        do
            network = draw(new RandomNetworks(random));
        while (!IsClose(network, random));
        return network;
    }

    private static bool IsClose(OracleNetwork network, Random random)
    {
        network.DrawParameters(random);
        if (network.TryDrawSample(random) is not { } sample)
            return false;
        OracleResult result = network.Evaluate([sample]);
        return result.ParameterGradients.SelectMany(layer => layer).Select(sums => sums.ToBounded()).Concat(result.Outputs).Concat(result.InputGradients)
            .All(numbers => numbers.Error.Max() <= Closeness.Loosest / 20 * numbers.Value.Max(Math.Abs));
    }

    private Extent Current => _layers.Count == 0 ? _input : _layers[^1].Output;

    private OracleNetwork Draw()
    {
        bool isImage = random.Next(3) > 0;
        _input = isImage ? Extent.Image(random.Next(1, 10), random.Next(1, 10), random.Next(1, 10)) : Extent.Vector(random.Next(1, 36));
        for (int count = random.Next(1, 7); count > 0; count--)
        {
            if (random.Next(5) == 0)
                Branch();
            else
                Append(Layer());
        }

        if (Current.IsImage && random.Next(3) > 0)
            Append(random.Next(3) == 0 ? new GlobalAvgPool2D() : new Flatten());
        if (!Current.IsImage && random.Next(2) == 0)
            Append(new Dense(random.Next(2, 20)));
        return new OracleNetwork(_input, _layers, Loss(), inputGradient: random.Next(3) > 0);
    }

    private OracleNetwork DrawDeep()
    {
        int width = random.Next(1, 4), depth = random.Next(40, 96);
        _input = Extent.Vector(random.Next(1, 4));
        Append(new Dense(width));
        while (_layers.Count < depth)
        {
            int fork = _layers.Count;
            if (random.Next(2) == 0)
                Append(new Dense(width));
            Append(Activation());
            if (random.Next(3) > 0)
            {
                int first = _layers.Count;
                bool beside = random.Next(2) == 0;
                if (beside)
                    Append(new Dense(width) { Inputs = [fork] });
                Append(new Add { Inputs = beside ? [first, _layers.Count] : [first, fork] });
            }
        }

        return new OracleNetwork(_input, _layers, ElementwiseLoss.MeanSquaredError());
    }

    /// <summary>Something beside the way so far, joined with it; either may be empty, but not both.</summary>
    private void Branch()
    {
        int fork = _layers.Count;
        Extent at = Current;
        for (int count = random.Next(1, 3); count > 0; count--)
            Append(SameSize());
        int first = _layers.Count;
        int second = fork;
        if (random.Next(2) == 0)
        {
            OracleLayer other = SameSize(at);
            other.Inputs = [fork];
            Append(other);
            second = first;
            first = _layers.Count;
        }

        bool sameShape = ExtentOf(first) == ExtentOf(second);
        int[] inputs = random.Next(4) == 0 ? [first, second, second] : [first, second];
        Append(sameShape && random.Next(3) > 0 ? new Add { Inputs = inputs } : new Concat { Inputs = inputs });
    }

    private OracleLayer SameSize(Extent? from = null)
    {
        Extent extent = from ?? Current;
        return random.Next(3) == 0
            ? Activation()
            : extent.IsImage
                ? new Conv2D(
                    random.Next(3) == 0 ? random.Next(1, 10) : Math.Min(extent.Channels, 12), random.Next(1, 4), random.Next(1, 4),
                    padding: WindowRange.Same, bias: random.Next(3) > 0)
                : new Dense(random.Next(3) == 0 ? random.Next(1, 20) : Math.Min(extent.Length, 40), bias: random.Next(3) > 0);
    }

    private OracleLayer Layer()
    {
        if (random.Next(3) == 0)
            return Activation();
        if (!Current.IsImage)
            return random.Next(8) == 0 ? new Dropout(0) : new Dense(random.Next(1, 36), bias: random.Next(3) > 0);

        int height = random.Next(1, 5), width = random.Next(1, 5), kind = random.Next(4);
        int padding = random.Next(3) == 0 ? WindowRange.Same : random.Next(kind < 2 ? Math.Min(height, width) : Math.Min(height, width) / 2 + 1);
        if (!WindowRange.Fits(Current.Height, height, padding) || !WindowRange.Fits(Current.Width, width, padding))
            return new Flatten();
        return kind switch
        {
            0 or 1 => new Conv2D(random.Next(1, 18), height, width, random.Next(1, 4), padding, random.Next(3) > 0),
            2 => new MaxPool2D(height, width, random.Next(2) == 0 ? null : random.Next(1, 4), padding),
            _ => new AvgPool2D(height, width, random.Next(2) == 0 ? null : random.Next(1, 4), padding),
        };
    }

    private OracleLayer Activation() => random.Next(9) switch
    {
        0 or 1 => Oracle.Layers.Activation.ReLU(),
        2 => Oracle.Layers.Activation.LeakyReLU(0.1f),
        3 => Oracle.Layers.Activation.ELU(0.7f),
        4 => Oracle.Layers.Activation.GELU(),
        5 => Oracle.Layers.Activation.SiLU(),
        6 => Oracle.Layers.Activation.Softplus(),
        7 => Oracle.Layers.Activation.Tanh(),
        _ => random.Next(2) == 0 ? Oracle.Layers.Activation.Sigmoid() : new Softmax(),
    };

    private OracleLoss Loss() => random.Next(Current is { IsImage: false, Length: > 1 } ? 6 : 4) switch
    {
        0 => ElementwiseLoss.MeanSquaredError(),
        1 => ElementwiseLoss.MeanAbsoluteError(),
        2 => ElementwiseLoss.Huber(0.5f),
        3 => ElementwiseLoss.BinaryCrossEntropy(),
        4 => new SoftmaxCrossEntropy(labels: true),
        _ => new SoftmaxCrossEntropy(labels: false),
    };

    private void Append(OracleLayer layer)
    {
        if (layer.Inputs.Length == 0)
            layer.Inputs = [_layers.Count];
        layer.Attach([.. layer.Inputs.Select(ExtentOf)]);
        _layers.Add(layer);
    }

    private Extent ExtentOf(int value) => value == 0 ? _input : _layers[value - 1].Output;
}
