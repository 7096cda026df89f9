using DslNet.Data;
using UsedCars;
using Xunit;

namespace DslNet.Samples.Tests.Tables;

public sealed class UsedCarsTests
{
    [Fact]
    public void TheSeedMakesUpTheCars()
    {
        (Table train, Table test) = Cars.MakeUp(train: 100, test: 50, seed: 1);

        Assert.Equal((100, 50), (train.RowCount, test.RowCount));
        Assert.All(Enumerable.Range(0, 100), i => Assert.Equal(train["make"].Number(i), Math.Floor(train["model"].Number(i) / Cars.ModelsOfMake)));
        Assert.Equal(Prices(test), Prices(Cars.MakeUp(train: 100, test: 50, seed: 1).Test));
        Assert.NotEqual(Prices(test), Prices(Cars.MakeUp(train: 100, test: 50, seed: 2).Test));
    }

    /// <summary>Embeddings come close to the noise; numbers that measure nothing and sums do not.</summary>
    [Fact]
    public void ErrorsAreThoseOfHowTheTableIsRead()
    {
        (Table train, Table test) = Cars.MakeUp(train: 20_000, test: 5_000, seed: 7);

        Assert.InRange(Error(new EmbeddingNet(7), Recipes.Embeddings), 0.078, 0.083);
        Assert.InRange(Error(new LinearNet(7), Recipes.OneHot), 0.13, 0.18);
        Assert.InRange(Error(new NumberNet(7), Recipes.Numbers), 0.3, 0.7);

        double Error<TNetwork>(TNetwork network, Recipe recipe) where TNetwork : INetwork => Training.Error(Training.Train(network, recipe, train).Model, test);
    }

    private static double[] Prices(Table table) => [.. Enumerable.Range(0, table.RowCount).Select(table["price"].Number)];
}
