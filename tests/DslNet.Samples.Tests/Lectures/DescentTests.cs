using Lecture;
using Xunit;

namespace DslNet.Samples.Tests.Lectures;

public sealed class DescentTests
{
    [Theory]
    [InlineData(0.4f, 0.019)]
    [InlineData(0.9f, 0.004)]
    [InlineData(1.7f, 0.003)]
    [InlineData(1.0f, 0.002)]
    [InlineData(1.2f, 0.000)]
    public void LossOfAWeight(float weight, double truncated)
    {
        Assert.Equal(truncated, Part08Descent.Truncate(Part08Descent.Try(weight).Loss));
    }

    [Fact]
    public void FirstWeightPredicts016()
    {
        Assert.Equal(0.16, Part08Descent.Try(0.4f).Predicted, 1e-6);
    }

    [Fact]
    public void SlopeIsTheDerivative()
    {
        Assert.Equal(2 * (0.16 - 0.3) * 0.15, Part08Descent.Slope(0.4f), 1e-6);
    }

    [Fact]
    public void DescendsByItselfToZero()
    {
        (float Weight, float Loss)[] path = [.. Part08Descent.Descend(0.4f, 24)];

        Assert.Equal(25, path.Length);
        Assert.All(path.Take(8).Zip(path.Skip(1)), pair => Assert.True(pair.Second.Loss < pair.First.Loss));
        Assert.Equal(0.2 / 0.15, path[^1].Weight, 1e-4);
        Assert.Equal(0, path[^1].Loss, 1e-9);
    }
}
