using System.Runtime.Intrinsics;
using DslNet.CompilerServices;
using Xunit;

namespace DslNet.Tests.CompilerServices;

/// <summary>What generated convolutions behind a max pooling call, against its definition, element by element.</summary>
public sealed class PooledKernelTests
{
    [Theory]
    [InlineData(1, 1, 1, 1, 0, 0)]
    [InlineData(7, 3, 3, 3, 1, 1)]
    [InlineData(16, 5, 5, 6, 1, 1)]
    [InlineData(17, 1, 3, 17, 2, 0)]
    [InlineData(60, 2, 1, 33, 0, 4)]
    [InlineData(3, 2, 2, 50, 1, 2)]
    public void BorderedKernels(int filters, int height, int width, int channels, int borderHeight, int borderWidth)
    {
        PanelLayout from = new(filters, channels, height * width);
        float[] weights = new float[from.StorageLength];
        Array.Fill(weights, float.NaN);
        for (int filter = 0; filter < filters; filter++)
        {
            for (int i = 0; i < from.Rows; i++)
                weights[from.IndexOf(filter, i)] = 1 + filter * from.Rows + i;
        }

        int padded = new PanelLayout(channels, 1, 1).PaddedOutputs;
        int borderedHeight = height + 2 * borderHeight, borderedWidth = width + 2 * borderWidth, places = borderedHeight * borderedWidth;
        float[] kernels = new float[padded * filters * places];
        Array.Fill(kernels, float.NaN);
        KernelBorders.Copy(ref weights[0], ref kernels[0], filters, height, width, channels, borderHeight, borderWidth);

        for (int filter = 0; filter < filters; filter++)
        {
            for (int place = 0; place < places; place++)
            {
                for (int channel = 0; channel < padded; channel++)
                {
                    int row = place / borderedWidth - borderHeight, column = place % borderedWidth - borderWidth;
                    bool inside = row >= 0 && row < height && column >= 0 && column < width && channel < channels;
                    float expected = inside ? weights[from.IndexOf(filter, channel * height * width + row * width + column)] : 0;
                    int panel = channel / 16 * 16, panelWidth = Math.Min(16, padded - panel);
                    Assert.Equal(expected, kernels[panel * filters * places + (filter * places + place) * panelWidth + channel % 16]);
                }
            }
        }
    }

    [Theory]
    [InlineData(1, 1, 1, 1)]
    [InlineData(7, 3, 3, 3)]
    [InlineData(17, 5, 2, 6)]
    [InlineData(50, 1, 4, 17)]
    public void KernelSumsAreAdded(int filters, int height, int width, int channels)
    {
        PanelLayout layout = new(filters, channels, height * width);
        int columnStride = channels + 2, rowStride = width * columnStride + 1, filterStride = height * rowStride + 3;
        float[] sums = [.. Enumerable.Range(0, filters * filterStride).Select(i => (float)i)];
        float[] gradient = new float[layout.StorageLength];
        Array.Fill(gradient, 0.5f);
        KernelSums.AddTo(ref gradient[0], ref sums[0], filters, height, width, channels, filterStride, rowStride, columnStride, channelStride: 1);

        for (int filter = 0; filter < filters; filter++)
        {
            for (int tap = 0; tap < height * width; tap++)
            {
                for (int channel = 0; channel < channels; channel++)
                {
                    float expected = 0.5f + filter * filterStride + tap / width * rowStride + tap % width * columnStride + channel;
                    Assert.Equal(expected, gradient[layout.IndexOf(filter, channel * height * width + tap)]);
                }
            }
        }
    }

    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(11)]
    public void ColumnsOfFourChannels(int stride)
    {
        float[] a = Row(0), b = Row(1), c = Row(2), d = Row(3);
        float[] eight = new float[8 * stride + 4], four = new float[8 * stride + 4], zeros = [.. Enumerable.Repeat(1f, 8 * stride + 4)];
        ChannelStore.Four(Vector256.Create(a), Vector256.Create(b), Vector256.Create(c), Vector256.Create(d), ref eight[0], 1, (int)stride);
        ChannelStore.Four(Vector128.Create(a), Vector128.Create(b), Vector128.Create(c), Vector128.Create(d), ref four[0], 1, (int)stride);
        ChannelStore.Zeros(ref zeros[0], 1, (int)stride, 8);

        for (int column = 0; column < 8; column++)
        {
            for (int channel = 0; channel < 4; channel++)
            {
                float expected = 1 + channel * 10 + column;
                Assert.Equal(expected, eight[1 + column * stride + channel]);
                Assert.Equal(column < 4 ? expected : 0, four[1 + column * stride + channel]);
                Assert.Equal(0, zeros[1 + column * stride + channel]);
            }
        }

        static float[] Row(int channel) => [.. Enumerable.Range(0, 8).Select(column => (float)(1 + channel * 10 + column))];
    }
}
