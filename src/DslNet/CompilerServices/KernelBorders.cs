using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Kernels of a convolution with zeros around them: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class KernelBorders
{
    /// <summary>
    /// Copies weights [filter][row, column, channel] in panels of filters (see <see cref="PanelLayout"/>) to panels of 16
    /// channels (of up to 48, the last of 8 where that is enough), each [filter][row, column][channel] with a border of zeros around rows and columns.
    /// </summary>
    /// <param name="weights">The weights.</param>
    /// <param name="kernels">Where the copy goes.</param>
    /// <param name="filters">Filters.</param>
    /// <param name="height">Rows of the kernel.</param>
    /// <param name="width">Columns of the kernel.</param>
    /// <param name="channels">Channels that exist; elements of others become zeros.</param>
    /// <param name="borderHeight">Rows of zeros above and below.</param>
    /// <param name="borderWidth">Columns of zeros before and behind.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy(
        ref float weights, ref float kernels, int filters, int height, int width, int channels, int borderHeight, int borderWidth)
    {
        PanelLayout from = new(filters, channels, height * width);
        int paddedChannels = PanelWidth.RoundUp(channels);
        int borderedWidth = width + 2 * borderWidth, positions = (height + 2 * borderHeight) * borderedWidth;
        MemoryMarshal.CreateSpan(ref kernels, paddedChannels * filters * positions).Clear();
        for (int channelPanel = 0; channelPanel < paddedChannels; channelPanel += PanelWidth.Full)
        {
            int channelWidth = PanelWidth.At(channelPanel, paddedChannels), panelChannels = Math.Min(channelWidth, channels - channelPanel);
            for (int filter = 0; filter < filters; filter++)
            {
                int panel = filter / PanelWidth.Full * PanelWidth.Full, panelWidth = PanelWidth.At(panel, from.PaddedOutputs);
                ref float weight = ref Unsafe.Add(ref weights, panel * from.Rows + channelPanel * panelWidth + filter - panel);
                ref float kernel = ref Unsafe.Add(
                    ref kernels, channelPanel * filters * positions + (filter * positions + borderHeight * borderedWidth + borderWidth) * channelWidth);
                for (int row = 0; row < height; row++)
                {
                    for (int column = 0; column < width; column++)
                    {
                        ref float tap = ref Unsafe.Add(ref weight, (row * width + column) * channels * panelWidth);
                        ref float to = ref Unsafe.Add(ref kernel, (row * borderedWidth + column) * channelWidth);
                        for (int channel = 0; channel < panelChannels; channel++)
                            Unsafe.Add(ref to, channel) = Unsafe.Add(ref tap, channel * panelWidth);
                    }
                }
            }
        }
    }
}
