using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>The pooling along columns against its definition, place by place.</summary>
public sealed class ColumnPoolingTests
{
    private const int RowStep = 100, ColumnStep = 3;

    [Theory]
    [InlineData(1, 2, 16)]
    [InlineData(3, 5, 17)]
    [InlineData(4, 4, 19)]
    [InlineData(6, 24, 24)]
    [InlineData(8, 3, 33)]
    [InlineData(17, 2, 32)]
    public void Every_maximum_and_its_place_are_found(int channels, int rows, int columns)
    {
        // Few different values, so that windows hold the same maximum twice; zeros of both signs; and some that are no numbers.
        Random random = new(channels * 1000 + columns);
        float[] values = [-1, 0, -0f, 2, float.NaN, float.PositiveInfinity];
        float[] image = [.. Enumerable.Range(0, channels * rows * columns).Select(_ => values[random.Next(values.Length)])];
        int padded = PanelWidth.RoundUp(channels), pooledRows = rows / 2, pooledColumns = columns / 2;
        float[] pooled = new float[pooledRows * pooledColumns * padded], places = new float[pooled.Length], alone = new float[pooled.Length];
        Array.Fill(pooled, float.MinValue);
        Array.Fill(alone, float.MinValue);
        ColumnPooling.MaxAndIndices(ref image[0], ref pooled[0], ref places[0], channels, rows, columns, RowStep, ColumnStep);
        ColumnPooling.Max(ref image[0], ref alone[0], channels, rows, columns);

        Assert.Equal(pooled.Select(BitConverter.SingleToUInt32Bits), alone.Select(BitConverter.SingleToUInt32Bits));
        for (int row = 0; row < pooledRows; row++)
        {
            for (int column = 0; column < pooledColumns; column++)
            {
                for (int channel = 0; channel < padded; channel++)
                {
                    int at = (row * pooledColumns + column) * padded + channel;
                    (float most, int y, int x) = channel < channels ? Most(channel, row, column) : (0, 0, 0);
                    Assert.True(BitConverter.SingleToUInt32Bits(most) == BitConverter.SingleToUInt32Bits(pooled[at]) || float.IsNaN(most) && float.IsNaN(pooled[at]));
                    Assert.Equal((uint)((2 * row + y) * RowStep + (2 * column + x) * ColumnStep), BitConverter.SingleToUInt32Bits(places[at]));
                }
            }
        }

        (float Most, int Y, int X) Most(int channel, int row, int column)
        {
            float At(int y, int x) => image[(channel * rows + 2 * row + y) * columns + 2 * column + x];
            (int Y, int X)[] window = [(0, 0), (0, 1), (1, 0), (1, 1)];
            if (window.Any(place => float.IsNaN(At(place.Y, place.X))))
            {
                (int lastY, int lastX) = window.Last(place => float.IsNaN(At(place.Y, place.X)));
                return (float.NaN, lastY, lastX);
            }

            float most = window.Skip(1).Aggregate(At(0, 0), (most, place) => At(place.Y, place.X) > most ? At(place.Y, place.X) : most);
            (int y, int x) = window.First(place => At(place.Y, place.X) == most);
            return (most, y, x);
        }
    }
}
