using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>What convolutions by Winograd call: against the definition in double precision, and to the same bits with vectors of any width.</summary>
public sealed class WinogradKernelTests
{
    private const int Points = 6, Size = 4, Taps = 3;

    // At zero, ±21/32, ±51/32 and infinity.
    private static readonly double[] s_points = [0, 0.65625, -0.65625, 1.59375, -1.59375];

    [Theory]
    [InlineData(8, 8, 16, -1, -1, 2, 2)]
    [InlineData(5, 9, 8, -1, -1, 2, 3)]
    [InlineData(7, 6, 24, -2, -2, 2, 2)]
    [InlineData(10, 30, 80, 0, 0, 2, 7)]
    [InlineData(9, 6, 72, 3, -1, 1, 2)]
    public void Images_are_transformed(int rows, int columns, int channels, int firstRow, int firstColumn, int tileRows, int tileColumns)
    {
        int pointStride = tileRows * tileColumns * channels + 16;
        float[] image = Values(rows * columns * channels), result = new float[Points * Points * pointStride];
        WinogradImage.Transform(ref image[0], ref result[0], rows, columns, columns * channels, channels, firstRow, firstColumn, tileRows, tileColumns, pointStride);

        double[][] matrix = [.. Enumerable.Range(0, Points).Select(Polynomial)];
        for (int tile = 0; tile < tileRows * tileColumns; tile++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                double[,] expected = Both(matrix, matrix, Points, (i, j) =>
                {
                    int row = firstRow + tile / tileColumns * Size + i, column = firstColumn + tile % tileColumns * Size + j;
                    return row >= 0 && row < rows && column >= 0 && column < columns ? image[(row * columns + column) * channels + channel] : 0;
                });
                AssertPoints(expected, point => result[point * pointStride + tile * channels + channel]);
            }
        }

        AssertUntouched(result, pointStride);
        Assert.Equal(result, With<Lanes128>());
        Assert.Equal(result, With<Lanes256>());
        if (channels % 16 == 0)
            Assert.Equal(result, With<Lanes512>());

        float[] With<TLanes>()
            where TLanes : struct, ILanes<TLanes>
        {
            float[] into = new float[result.Length];
            WinogradImage.TransformTiles<TLanes>(
                ref image[0], ref into[0], rows, columns, columns * channels, channels, firstRow, firstColumn, tileRows, tileColumns, pointStride);
            return into;
        }
    }

    [Theory]
    [InlineData(16, 16, false)]
    [InlineData(24, 5, false)]
    [InlineData(40, 17, true)]
    [InlineData(8, 3, true)]
    public void Filters_are_transformed(int filters, int channels, bool rotated)
    {
        PanelLayout layout = new(filters, channels, Taps * Taps);
        int pointStride = filters * channels + 16;
        float[] weights = Values(layout.StorageLength), result = new float[Points * Points * pointStride];
        WinogradFilters.Transform(ref weights[0], ref result[0], filters, channels, pointStride, rotated ? 1 : 0);

        double[][] matrix = [.. Enumerable.Range(0, Points).Select(point => point == s_points.Length
            ? [0, 0, 1]
            : Enumerable.Range(0, Taps).Select(power => Math.Pow(s_points[point], power) / Others(point).Aggregate(1.0, (product, other) => product * (s_points[point] - other))).ToArray())];
        PanelLayout transformed = new(filters, channels, 1);
        for (int filter = 0; filter < filters; filter++)
        {
            for (int channel = 0; channel < channels; channel++)
            {
                double[,] expected = Both(matrix, matrix, Taps, (i, j) =>
                {
                    int tap = i * Taps + j;
                    return weights[layout.IndexOf(filter, channel * Taps * Taps + (rotated ? Taps * Taps - 1 - tap : tap))];
                });
                AssertPoints(expected, point => result[point * pointStride + transformed.IndexOf(filter, channel)]);
            }
        }

        AssertUntouched(result, pointStride);
        if (filters % 16 == 0)
        {
            int length = channels * 16;
            Assert.Equal(Panel<Lanes512>(), Panel<Lanes128>());
            Assert.Equal(Panel<Lanes512>(), Panel<Lanes256>());

            float[] Panel<TLanes>()
                where TLanes : struct, ILanes<TLanes>
            {
                float[] panel = new float[Points * Points * length];
                WinogradFilters.TransformPanel<TLanes>(ref weights[0], length, ref panel[0], length, length);
                return panel;
            }
        }
    }

    private static IEnumerable<double> Others(int point) => s_points.Where((_, other) => other != point);

    /// <summary>The coefficients of the product of (x − q) over all points but one.</summary>
    private static double[] Polynomial(int point)
    {
        double[] coefficients = new double[Points];
        coefficients[0] = 1;
        foreach (double other in Others(point))
        {
            for (int power = Points - 1; power >= 0; power--)
                coefficients[power] = (power > 0 ? coefficients[power - 1] : 0) - other * coefficients[power];
        }

        return coefficients;
    }

    private static double[,] Both(double[][] rows, double[][] columns, int length, Func<int, int, double> value)
    {
        double[,] result = new double[Points, Points];
        for (int i = 0; i < length; i++)
            for (int j = 0; j < length; j++)
            {
                double here = value(i, j);
                for (int row = 0; row < Points; row++)
                    for (int column = 0; column < Points; column++)
                        result[row, column] += rows[row][i] * columns[column][j] * here;
            }

        return result;
    }

    private static void AssertPoints(double[,] expected, Func<int, float> actual)
    {
        for (int point = 0; point < Points * Points; point++)
            Assert.Equal(expected[point / Points, point % Points], actual(point), 1e-5);
    }

    /// <summary>Between the points nothing is written.</summary>
    private static void AssertUntouched(float[] result, int pointStride)
    {
        for (int end = pointStride; end <= result.Length; end += pointStride)
            Assert.All(result[(end - 16)..end], value => Assert.Equal(0, value));
    }

    private static float[] Values(int count) => [.. Enumerable.Range(0, count).Select(i => (i * 7919 % 2003 - 1001) / 1001f)];
}
