extern alias Anomaly;

using System.Runtime.CompilerServices;
using Anomaly::UnseenClothing;
using FashionMnist;
using Xunit;

namespace DslNet.Samples.Tests.Anomalies;

public sealed class RankingTests
{
    private const int Bags = 8;

    [Theory]
    [InlineData(new float[] { 1, 2, 3, 4 }, new[] { false, false, true, true }, 1)]
    [InlineData(new float[] { 4, 3, 2, 1 }, new[] { false, false, true, true }, 0)]
    [InlineData(new float[] { 1, 1, 1, 1 }, new[] { false, true, false, true }, 0.5)]
    [InlineData(new float[] { 3, 1, 2, 4, 2 }, new[] { true, false, true, false, false }, 0.583333)]
    public void AucCountsPairs(float[] scores, bool[] isSought, double expected) => Assert.Equal(expected, Ranking.Auc(scores, isSought), 1e-6);

    [Fact]
    public void ErrorsAreMeanSquaresPerImage()
    {
        float[] pixels = [.. Enumerable.Repeat(0f, 784), .. Enumerable.Repeat(1f, 784)];
        var net = new Autoencoder(seed: 1);
        net.Parameters.Clear();

        Assert.Equal([0f, 1f], Reconstruction.Errors(net, Dataset.FromLabels(pixels, new[] { 3, 4 }, 784)).Select(error => MathF.Round(error, 4)));
    }

    [Fact]
    public void BagsAreFound()
    {
        Assert.SkipUnless(LongTests.AreWanted, LongTests.Skip);
        string folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../data/fashion-mnist"));
        Assert.SkipUnless(FashionImages.AreIn(folder), "Fashion-MNIST is not here: eng/get-fashion-mnist.sh fetches it.");
        Dataset train = FashionImages.Load(folder, FashionImages.Train), test = FashionImages.Load(folder, FashionImages.Test);
        var net = new Autoencoder(seed: 1);
        net.Fit(Reconstruction.OfClass(train, Bags, isWanted: false), new FitOptions { Epochs = 5, BatchSize = 128, Optimizer = new Adam(1e-3f) });

        Assert.InRange(Ranking.Auc(Reconstruction.Errors(net, test), [.. test.Labels.ToArray().Select(label => label == Bags)]), 0.92, 1);
    }

    [Fact]
    public void ImagesOfAClassAreLeftOut()
    {
        Dataset images = Dataset.FromLabels(new float[] { 1, 2, 3, 4, 5, 6 }, new[] { 7, 8, 7 }, featureLength: 2);

        Assert.Equal([1f, 2, 5, 6], Reconstruction.OfClass(images, 8, isWanted: false).Inputs.ToArray());
        Assert.Equal([3f, 4], Reconstruction.OfClass(images, 8, isWanted: true).Targets.ToArray());
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
