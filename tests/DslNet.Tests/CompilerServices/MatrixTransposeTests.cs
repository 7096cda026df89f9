using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>Rows and columns against their definition, up to a multiple of eight, and nothing beyond.</summary>
public sealed class MatrixTransposeTests
{
    [Theory]
    [InlineData(1, 1, 8, 8)]
    [InlineData(3, 17, 24, 8)]
    [InlineData(8, 16, 16, 8)]
    [InlineData(33, 7, 9, 41)]
    [InlineData(32, 355, 368, 32)]
    [InlineData(64, 5, 32, 64)]
    public void RowsBecomeColumns(int rows, int columns, int sourceStride, int destinationStride)
    {
        int copiedRows = Round(rows), copiedColumns = Round(columns);
        float[] source = [.. Enumerable.Range(0, (copiedRows - 1) * sourceStride + copiedColumns).Select(i => (float)i)];
        float[] destination = new float[copiedColumns * destinationStride + 8];
        Array.Fill(destination, float.NaN);
        MatrixTranspose.Copy(ref source[0], sourceStride, ref destination[0], destinationStride, (int)rows, (int)columns);
        for (int i = 0; i < destination.Length; i++)
        {
            (int column, int row) = (i / destinationStride, i % destinationStride);
            Assert.Equal(column < copiedColumns && row < copiedRows ? source[row * sourceStride + column] : float.NaN, destination[i]);
        }
    }

    private static int Round(int number) => (number + 7) / 8 * 8;
}
