using Lecture;
using Xunit;

namespace DslNet.Samples.Tests.Lectures;

/// <summary>The numbers of the first parts: lines, neurons, networks, curves and errors.</summary>
public sealed class NumbersTests
{
    [Fact]
    public void LineIsFitted()
    {
        (double a, double b) = Part01Line.LeastSquares();
        (double learnedA, double learnedB) = Part01Line.Learned();

        Assert.Equal((2.0, 1.04), (Math.Round(a, 5), Math.Round(b, 5)));
        Assert.Equal((2.0, 1.04), (Math.Round(learnedA, 3), Math.Round(learnedB, 3)));
    }

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0.5, 0)]
    [InlineData(1, 1)]
    [InlineData(2, 3)]
    public void OneNeuron(float x, float y)
    {
        Assert.Equal(y, Part02Neuron.Formula(x));
        Assert.Equal(y, Part02Neuron.Declared().Answer(x));
    }

    [Theory]
    [InlineData(-3, 3)]
    [InlineData(0, 0)]
    [InlineData(2.5, 2.5)]
    public void TwoNeurons(float x, float y)
    {
        Assert.Equal(y, Part03TwoNeurons.Formula(x));
        Assert.Equal(y, Part03TwoNeurons.Declared().Answer(x));
    }

    [Theory]
    [InlineData(2, 4, 1, 1.5)]
    [InlineData(1, 1, 2, 0)]
    public void MoreInputs(float x1, float x2, float x3, float y)
    {
        Assert.Equal(y, Part04MoreInputs.Formula(x1, x2, x3));
        Assert.Equal(y, Part04MoreInputs.Declared().Answer(x1, x2, x3));
    }

    /// <summary>All numbers are small multiples of powers of two, so that no sum is ever rounded, in whatever order.</summary>
    [Fact]
    public void FormulaAndDeclaredNetworkGiveTheSameNumber()
    {
        float[] grid = [.. Enumerable.Range(-8, 17).Select(i => i * 0.25f)];
        (Net121 net121, Net221 net221, Net231 net231, Net2331 net2331) = (Net121.Declared(), Net221.Declared(), Net231.Declared(), Net2331.Declared());
        foreach (float x1 in grid)
        {
            Assert.Equal(Net121.Formula(x1), net121.Answer(x1));
            foreach (float x2 in grid)
            {
                Assert.Equal(Net221.Formula(x1, x2), net221.Answer(x1, x2));
                Assert.Equal(Net231.Formula(x1, x2), net231.Answer(x1, x2));
                Assert.Equal(Net2331.Formula(x1, x2), net2331.Answer(x1, x2));
            }
        }
    }

    [Fact]
    public void MoreNeuronsFitBetter()
    {
        double with2 = Part06Approximation.Fit(new Hidden2Net(1));
        double with8 = Part06Approximation.Fit(new Hidden8Net(1));
        double with32 = Part06Approximation.Fit(new Hidden32Net(1));

        Assert.InRange(with2, 0, 0.3);
        Assert.InRange(with8, 0, with2 / 2);
        Assert.InRange(with32, 0, with8 / 2);
    }

    [Fact]
    public void ErrorsOfTheGuessedLine()
    {
        (float absolute, float squared) = Part07Errors.Declared();

        Assert.Equal(0.15, Part07Errors.MeanAbsoluteError(), 1e-6);
        Assert.Equal(0.035, Part07Errors.MeanSquaredError(), 1e-6);
        Assert.Equal(0.15, absolute, 1e-6);
        Assert.Equal(0.035, squared, 1e-6);
    }
}
