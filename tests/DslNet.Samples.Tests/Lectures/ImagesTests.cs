using Lecture;
using Xunit;

namespace DslNet.Samples.Tests.Lectures;

/// <summary>The numbers of the parts about images.</summary>
public sealed class ImagesTests
{
    private static readonly float[] Diagonal = [1, 0, 0, 0, 1, 0, 0, 0, 1];
    private static readonly float[] AntiDiagonal = [0, 0, 1, 0, 1, 0, 1, 0, 0];
    private static readonly float[] SmallX = [1, 0, 1, 0, 1, 0, 1, 0, 1];

    private static readonly float[] X =
    [
        1, 0, 0, 0, 1,
        0, 1, 0, 1, 0,
        0, 0, 1, 0, 0,
        0, 1, 0, 1, 0,
        1, 0, 0, 0, 1,
    ];

    [Fact]
    public void ImagesAreMatrices()
    {
        Assert.Equal([1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1], Part09Image.Diagonal);
        Assert.Equal(X, Part11Convolution.X);
        Assert.Equal("1 0\n0 1", Picture.Matrix([1, 0, 0, 1], 2));
        Assert.Equal("# .\n. #", Picture.Draw([1, 0, 0, 1], 2));
        Assert.Equal("# .\n- +", Picture.Pattern([2, 0, -1, 1], 2));
    }

    [Fact]
    public void AntiDiagonalMatchesDiagonalOnce()
    {
        Assert.Equal(1, Part10Pattern.Formula(AntiDiagonal, Diagonal));
        Assert.Equal(1, Part10Pattern.Declared(AntiDiagonal, Diagonal));
    }

    [Fact]
    public void DiagonalMatchesItselfThreeTimes()
    {
        Assert.Equal(3, Part10Pattern.Formula(Diagonal, Diagonal));
        Assert.Equal(3, Part10Pattern.Declared(Diagonal, Diagonal));
    }

    [Fact]
    public void ConvolutionOfTheX()
    {
        float[][] maps =
        [
            [3, 0, 1, 0, 3, 0, 1, 0, 3],
            [1, 0, 3, 0, 3, 0, 3, 0, 1],
            [3, 0, 3, 0, 5, 0, 3, 0, 3],
        ];

        Assert.Equal([Diagonal, AntiDiagonal, SmallX], Part11Convolution.Patterns.Select(pattern => pattern.Pattern));
        Assert.Equal(maps, Part11Convolution.Patterns.Select(pattern => Part11Convolution.Formula(X, pattern.Pattern)));
        Assert.Equal([.. maps.SelectMany(map => map)], Part11Convolution.Declared(X));
    }

    [Fact]
    public void MaxPoolingOfZeroToFifteen()
    {
        Assert.Equal([5, 7, 13, 15], Part12Pooling.Formula(Part12Pooling.Numbers));
        Assert.Equal([5, 7, 13, 15], Part12Pooling.Declared(Part12Pooling.Numbers));
    }

    [Fact]
    public void NetworkLearnsThePatterns()
    {
        double mean = Enumerable.Range(1, 3).Average(seed => Part13Learning.Learn(seed).Evaluation.Accuracy);

        Assert.InRange(mean, 0.98, 1);
    }
}
