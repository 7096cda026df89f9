using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>The transposed copy against its definition, element by element.</summary>
public sealed class PanelTransposeTests
{
    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(3, 1, 1, 7)]
    [InlineData(17, 1, 1, 33)]
    [InlineData(10, 1, 1, 84)]
    [InlineData(120, 1, 16, 16)]
    [InlineData(7, 1, 9, 3)]
    [InlineData(16, 25, 1, 6)]
    [InlineData(33, 9, 1, 17)]
    [InlineData(4, 4, 1, 4)]
    public void EveryElementArrives(int outputs, int taps, int positions, int channels)
    {
        int stride = (channels + 7) / 8 * 8;
        PanelLayout from = new(outputs, taps * positions * channels, 1);
        int lanes = positions * stride;
        float[] source = new float[from.StorageLength];
        for (int output = 0; output < outputs; output++)
        {
            for (int row = 0; row < from.Rows; row++)
                source[from.IndexOf(output, row)] = 1 + output * from.Rows + row;
        }

        float[] copy = new float[lanes * taps * outputs];
        Array.Fill(copy, float.NaN);
        PanelTranspose.Copy(ref source[0], ref copy[0], outputs, taps, positions, channels, stride);

        for (int position = 0; position < positions; position++)
        {
            for (int channel = 0; channel < stride; channel++)
            {
                for (int tap = 0; tap < taps; tap++)
                {
                    for (int output = 0; output < outputs; output++)
                    {
                        int row = (tap * positions + position) * channels + channel;
                        float expected = channel < channels ? source[from.IndexOf(output, row)] : 0;
                        Assert.Equal(expected, copy[IndexOf(position * stride + channel, tap * outputs + output)]);
                    }
                }
            }
        }

        // Panels of 16, the last of 8 where that is enough, even where a layer of so many outputs would have none.
        int IndexOf(int lane, int row) => lane / 16 * 16 * taps * outputs + row * Math.Min(16, lanes - lane / 16 * 16) + lane % 16;
    }
}
