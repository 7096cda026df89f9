namespace DslNet.Generators.Tests.Oracle;

/// <summary>The functions the oracle brings, at points from tables.</summary>
public sealed class MathFunctionTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068542949)]
    [InlineData(-1, 0.158655253931457051)]
    [InlineData(-3, 0.00134989803163009453)]
    [InlineData(-6, 9.8658764503769814e-10)]
    public void The_normal_distribution(double x, double expected) =>
        Assert.Equal(1, MathFunctions.NormalDistribution(x) / expected, 1e-11);

    [Theory]
    [InlineData(1e-7, 1.0000000500000017e-7)]
    [InlineData(-0.5, -0.39346934028736658)]
    public void The_exponential_minus_one(double x, double expected) => Assert.Equal(1, MathFunctions.ExpM1(x) / expected, 1e-11);

    [Theory]
    [InlineData(0, 0.69314718055994531)]
    [InlineData(-20, 2.0611536203143e-9)]
    [InlineData(20, 20.000000002061153)]
    public void The_softplus(double x, double expected) => Assert.Equal(1, MathFunctions.Softplus(x) / expected, 1e-11);
}
