using HandwrittenDigits;
using Xunit;

namespace DslNet.Samples.Tests.Handwriting;

public sealed class DigitsTests
{
    [Fact]
    public void AllDigitsAreThere()
    {
        Dataset all = Digits.LoadAll();

        Assert.Equal((1797, 64), (all.Count, all.FeatureLength));
        Assert.Equal([178, 182, 177, 183, 181, 182, 181, 179, 174, 180], all.Labels.ToArray().CountBy(label => label).OrderBy(pair => pair.Key).Select(pair => pair.Value));
        Assert.Equal((0f, 1f), (all.Inputs.ToArray().Min(), all.Inputs.ToArray().Max()));
    }

    [Fact]
    public void SeedDividesThem()
    {
        (Dataset train, Dataset test) = Digits.Load(seed: 1);

        Assert.Equal((1437, 360), (train.Count, test.Count));
        Assert.Equal(test.Labels.ToArray(), Digits.Load(seed: 1).Test.Labels.ToArray());
        Assert.NotEqual(test.Labels.ToArray(), Digits.Load(seed: 2).Test.Labels.ToArray());
    }

    /// <summary>The file that the project names, which is in the assembly.</summary>
    [Fact]
    public void TrainedWeightsAreLoaded() =>
        Assert.Equal(0.9917, DigitNet.Load().Evaluate(Digits.Load(Recipe.TrainedSeed).Test).Accuracy, 4);

    [Fact]
    public void MeanAccuracyOfFiveSeeds()
    {
        double mean = Enumerable.Range(1, 5).Average(seed =>
        {
            (Dataset train, Dataset test) = Digits.Load(seed);
            var net = new DigitNet(seed);
            net.Fit(train, Recipe.Create());
            return net.Evaluate(test).Accuracy;
        });

        Assert.InRange(mean, 0.98, 1);
    }

    [Fact]
    public void LoadedNetworkPredictsTheSameBits()
    {
        (_, Dataset test) = Digits.Load(seed: 3);
        var net = new DigitNet(seed: 3);

        (DigitNet copy, long fileLength) = Copying.ThroughFile(net);

        Assert.NotSame(net, copy);
        Assert.InRange(fileLength, 4 * DigitNet.ParameterCount, 4 * DigitNet.ParameterCount + 1024);
        Assert.True(Copying.PredictSameBits(net, copy, test));
        Assert.False(Copying.PredictSameBits(net, new DigitNet(seed: 4), test));
    }

    [Fact]
    public void DigitsAreDrawn()
    {
        Dataset all = Digits.LoadAll();

        string[] lines = Drawing.Draw(new DigitNet(), all, [0, 1]).Split('\n');

        Assert.Equal(10, lines.Length);
        Assert.Equal("    --##++..", lines[0][..12]);
        Assert.StartsWith("a 0, predicted ", lines[8], StringComparison.Ordinal);
    }
}
