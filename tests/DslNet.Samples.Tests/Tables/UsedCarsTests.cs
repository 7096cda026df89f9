using DslNet;
using UsedCars;
using Xunit;

namespace DslNet.Samples.Tests.Tables;

public sealed class UsedCarsTests
{
    [Fact]
    public void TheSeedMakesUpTheCars()
    {
        (Cars train, Cars test) = Cars.MakeUp(train: 100, test: 50, seed: 1);

        Assert.Equal((100, 50), (train.Count, test.Count));
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(train.MakeOf[i], train.ModelOf[i] / Cars.ModelsOfMake));
        Assert.Equal(test.PriceOf.ToArray(), Cars.MakeUp(train: 100, test: 50, seed: 1).Test.PriceOf.ToArray());
        Assert.NotEqual(test.PriceOf.ToArray(), Cars.MakeUp(train: 100, test: 50, seed: 2).Test.PriceOf.ToArray());
    }

    /// <summary>Embeddings come close to the noise; numbers that measure nothing and sums do not.</summary>
    [Fact]
    public void ErrorsAreThoseOfHowTheTableIsRead()
    {
        (Cars train, Cars test) = Cars.MakeUp(train: 20_000, test: 5_000, seed: 7);
        double embeddings = Recipe.Train(new EmbeddingNet(7), train.ToDataset(), test.ToDataset()).Error;
        double numbers = Recipe.Train(new NumberNet(7), train.ToNumbers(), test.ToNumbers()).Error;
        double linear = Recipe.Train(new LinearNet(7), train.ToOneHot(), test.ToOneHot()).Error;

        Assert.InRange(embeddings, 0.078, 0.083);
        Assert.InRange(linear, 0.13, 0.18);
        Assert.InRange(numbers, 0.3, 0.7);
    }
}
