using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>Sums of a convolution's weight gradient that were kept filter by filter: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelSums
{
    /// <summary>Adds sums [filter][row, column, channel], of any strides, to a gradient in panels (see <see cref="PanelLayout"/>).</summary>
    /// <param name="gradient">The gradient of the weights.</param>
    /// <param name="sums">What is added.</param>
    /// <param name="filters">Filters.</param>
    /// <param name="height">Rows of the kernel.</param>
    /// <param name="width">Columns of the kernel.</param>
    /// <param name="channels">Channels of the input.</param>
    /// <param name="filterStride">From one filter's sums to the next one's.</param>
    /// <param name="rowStride">From one row's sums to the next one's.</param>
    /// <param name="columnStride">From one column's sums to the next one's.</param>
    /// <param name="channelStride">From one channel's sums to the next one's.</param>
    public static void AddTo(
        ref float gradient, ref float sums, int filters, int height, int width, int channels, int filterStride, int rowStride, int columnStride, int channelStride)
    {
        PanelLayout layout = new(filters, channels, height * width);
        for (int panel = 0; panel < filters; panel += PanelWidth.Full)
        {
            int panelWidth = PanelWidth.At(panel, layout.PaddedOutputs), panelFilters = Math.Min(PanelWidth.Full, filters - panel);
            int at = panel * layout.Rows;
            for (int row = 0; row < height; row++)
            {
                for (int column = 0; column < width; column++)
                {
                    for (int channel = 0; channel < channels; channel++, at += panelWidth)
                    {
                        int from = panel * filterStride + row * rowStride + column * columnStride + channel * channelStride;
                        for (int filter = 0; filter < panelFilters; filter++)
                            Unsafe.Add(ref gradient, at + filter) += Unsafe.Add(ref sums, from + filter * filterStride);
                    }
                }
            }
        }
    }
}
