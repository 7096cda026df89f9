using DslNet.Generators.Tests.Oracle;
using DslNet.Generators.Tests.Oracle.Layers;
using DslNet.Generators.Tests.Oracle.Losses;

namespace DslNet.Generators.Tests.Values;

/// <summary>Draws valid networks: chains with skips and branches, whose every value is read.</summary>
internal sealed class RandomNetworks(Random random)
{
    /// <summary>Of so many a variance is not zero by chance.</summary>
    private const int SamplesTogether = 5;

    // A twentieth of what a check takes for each of its samples.
    private const int Attempts = 50;

    // One network in so many reads tokens. By its seed, so that all others are what they are without those.
    private const int OfTokens = 7;

    // One in so many reads frames.
    private const int OfFrames = 9;

    private readonly List<OracleLayer> _layers = [];
    private Extent _input;

    /// <summary>
    /// The first network of a seed whose rounding can be bounded closely: through many wide layers the worst case grows far beyond what
    /// happens, and a comparison would say little.
    /// </summary>
    public static OracleNetwork Draw(int seed) => Draw(seed, networks => seed % OfTokens != 3 && seed % OfFrames == 5 ? networks.DrawOfFrames() : networks.Draw(ofTokens: seed % OfTokens == 3));

    /// <summary>
    /// The same for a deep narrow network joined by Add: sums grow until activations are far in their tails, and the first gradients are
    /// products of dozens of derivatives.
    /// </summary>
    public static OracleNetwork DrawDeep(int seed) => Draw(seed, networks => networks.DrawDeep());

    /// <summary>The same of sequences.</summary>
    public static OracleNetwork DrawOfFrames(int seed) => Draw(seed, networks => networks.DrawOfFrames());

    private static OracleNetwork Draw(int seed, Func<RandomNetworks, OracleNetwork> draw)
    {
        var random = new Random(seed);
        OracleNetwork network;
        do
            network = draw(new RandomNetworks(random));
        while (!IsClose(network, random));
        return network;
    }

    /// <summary>Whether numbers say something of it, and samples are not so rarely away from all kinks that a check finds none.</summary>
    private static bool IsClose(OracleNetwork network, Random random)
    {
        network.DrawParameters(random);
        Sample?[] samples = [.. Enumerable.Range(0, network.Layers.Any(layer => layer.IsOfBatch) ? SamplesTogether : 1).Select(_ => network.TryDrawSample(random, attempts: Attempts))];
        if (samples.Contains(null))
            return false;
        OracleResult result = network.Evaluate(samples!);
        return result.ParameterGradients.SelectMany(layer => layer).Select(sums => sums.ToBounded()).Concat(result.Outputs).Concat(result.InputGradients)
            .All(numbers => numbers.Error.Max() <= Closeness.Loosest / 20 * numbers.Value.Max(Math.Abs));
    }

    private Extent Current => _layers.Count == 0 ? _input : _layers[^1].Output;

    private OracleNetwork Draw(bool ofTokens)
    {
        _input = random.Next(4) switch
        {
            _ when ofTokens => Extent.Tokens(random.Next(3) == 0 ? 1 : random.Next(2, 12), random.Next(1, 40)),
            0 => Extent.Vector(random.Next(1, 36)),
            1 => Extent.Signal(random.Next(1, 10), random.Next(1, 30)),
            _ => Extent.Image(random.Next(1, 10), random.Next(1, 10), random.Next(1, 10)),
        };
        if (ofTokens)
            Append(Draw(RandomParts.OfTokens));
        for (int count = random.Next(1, 7); count > 0; count--)
        {
            if (random.Next(5) == 0 && Current.IsImage && random.Next(2) == 0)
                Weigh();
            else if (random.Next(5) == 0)
                Branch();
            else
                Append(Layer());
        }

        if (!Current.IsVector && random.Next(3) > 0)
            Append(Draw(RandomParts.ToVectors));
        if (Current.IsVector && random.Next(2) == 0)
            Append(new Dense(random.Next(2, 20)));
        return new OracleNetwork(_input, _layers, Loss(), inputGradient: random.Next(3) > 0);
    }

    /// <summary>A network of sequences, whose every value is a vector.</summary>
    private OracleNetwork DrawOfFrames()
    {
        bool ofTokens = random.Next(4) == 0;
        _input = ofTokens ? Extent.Tokens(1, random.Next(1, 40)) : Extent.Vector(random.Next(1, 20));
        if (ofTokens)
            Append(Draw(RandomParts.OfTokens));
        for (int count = random.Next(2, 7); count > 0; count--)
        {
            if (random.Next(5) == 0)
                Branch();
            else if (random.Next(2) == 0)
                Append(Draw(RandomParts.OfFrames));
            else if (Layer() is { IsOfBatch: false } layer)
                Append(layer);
            if (!Current.IsVector)
                Append(new Flatten());
        }

        if (random.Next(3) == 0)
            Reduce();
        return new OracleNetwork(_input with { IsOfFrames = true }, _layers, Loss());
    }

    /// <summary>One value of all frames, or two that are joined, and layers behind it.</summary>
    private void Reduce()
    {
        int frames = _layers.Count;
        Append(Draw(RandomParts.OfSequences));
        if (random.Next(3) == 0)
        {
            OracleLayer other = Draw(RandomParts.OfSequences);
            other.Inputs = [frames];
            Append(other);
            Append(new Concat { Inputs = [frames + 1, frames + 2] });
        }

        for (int count = random.Next(0, 4); count > 0; count--)
        {
            if (Layer() is { IsOfBatch: false } layer)
                Append(layer);
            if (!Current.IsVector)
                Append(new Flatten());
        }
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
        OracleLayer join = Draw(sameShape ? RandomParts.Joins : RandomParts.JoinsOfChannels);
        join.Inputs = random.Next(4) == 0 ? [first, second, second] : [first, second];
        Append(join);
    }

    /// <summary>A vector of an image's channels, made of the image, joined with it.</summary>
    private void Weigh()
    {
        int image = _layers.Count, channels = Current.Channels;
        Append(new GlobalAvgPool());
        if (random.Next(2) == 0)
            Append(new Dense(random.Next(1, 9)));
        Append(Activation());
        if (Current.Channels != channels || random.Next(2) == 0)
            Append(new Dense(channels));
        OracleLayer join = Draw(RandomParts.JoinsOfVectors);
        int vector = _layers.Count;
        join.Inputs = random.Next(3) == 0 ? [image, vector] : random.Next(3) == 0 ? [vector, image, vector] : [vector, image];
        Append(join);
    }

    private OracleLayer SameSize(Extent? from = null) => random.Next(3) == 0 ? Activation() : Draw(RandomParts.OfSameSize, from);

    private OracleLayer Layer() => random.Next(3) == 0 ? Activation() : Draw(Current.IsVector ? RandomParts.OfVectors : RandomParts.OfPositions);

    private OracleLayer Activation() => Draw(RandomParts.Activations);

    private OracleLoss Loss() => RandomPart<OracleLoss>.Draw(RandomParts.Losses, random, Current);

    private OracleLayer Draw(IReadOnlyList<RandomPart<OracleLayer>> parts, Extent? at = null) =>
        RandomPart<OracleLayer>.Draw(parts, random, at ?? Current);

    private void Append(OracleLayer layer)
    {
        if (layer.Inputs.Length == 0)
            layer.Inputs = [_layers.Count];
        layer.Attach([.. layer.Inputs.Select(ExtentOf)]);
        _layers.Add(layer);
    }

    private Extent ExtentOf(int value) => value == 0 ? _input : _layers[value - 1].Output;
}
