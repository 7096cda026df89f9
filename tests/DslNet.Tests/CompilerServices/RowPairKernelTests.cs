using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>What generated convolutions of rows in pairs call, against its definition, element by element.</summary>
public sealed class RowPairKernelTests
{
    [Theory]
    [InlineData(1, 2, 1)]
    [InlineData(7, 3, 3)]
    [InlineData(16, 5, 6)]
    [InlineData(17, 4, 17)]
    [InlineData(60, 7, 2)]
    [InlineData(3, 1, 2)]
    public void RowsAreAddedInPairs(int filters, int height, int rowLength)
    {
        // What lies in a row in one run counts as channels here: the order of both is the same.
        PanelLayout from = new(filters, rowLength, height), to = new(filters, rowLength, height / 2);
        float[] weights = [.. Enumerable.Range(0, from.StorageLength).Select(i => (float)(i * i % 1009))];
        float[] sums = new float[to.StorageLength + 1];
        Array.Fill(sums, float.NaN);
        KernelRowSums.Add(ref weights[0], ref sums[0], filters, height, rowLength);

        for (int filter = 0; filter < filters; filter++)
        {
            for (int pair = 0; pair < height / 2; pair++)
            {
                for (int i = 0; i < rowLength; i++)
                {
                    float expected = weights[from.IndexOf(filter, i * height + 2 * pair)] + weights[from.IndexOf(filter, i * height + 2 * pair + 1)];
                    Assert.Equal(expected, sums[to.IndexOf(filter, i * (height / 2) + pair)]);
                }
            }
        }

        Assert.Equal(float.NaN, sums[^1]);
    }

    [Theory]
    [InlineData(1, 6, 8, 0, 5)]
    [InlineData(1, 5, 7, 1, 6)]
    [InlineData(1, 3, 33, 2, 6)]
    [InlineData(3, 7, 3, 0, 6)]
    [InlineData(2, 9, 17, 3, 9)]
    [InlineData(1, 1, 16, 4, 9)]
    public void RowsAreSubtracted(int planes, int rows, int rowLength, int padding, int differences)
    {
        int planeStride = Math.Max(rows, differences) * rowLength;
        float[] image = [.. Enumerable.Range(0, planes * planeStride).Select(i => 1f + i * i % 1009)];
        float[] result = new float[planes * planeStride + 1];
        Array.Fill(result, float.NaN);
        RowDifferences.Subtract(ref image[0], ref result[0], planes, planeStride, rows, rowLength, padding, differences);

        for (int plane = 0; plane < planes; plane++)
        {
            for (int row = 0; row < planeStride / rowLength; row++)
            {
                for (int i = 0; i < rowLength; i++)
                {
                    float here = At(plane, row, i), next = At(plane, row + 1, i);
                    Assert.Equal(row >= differences ? float.NaN : row % 2 == 0 ? here - next : next - here, result[plane * planeStride + row * rowLength + i]);
                }
            }
        }

        Assert.Equal(float.NaN, result[^1]);

        float At(int plane, int row, int i) =>
            row - padding < 0 || row - padding >= rows ? 0 : image[plane * planeStride + (row - padding) * rowLength + i];
    }
}
