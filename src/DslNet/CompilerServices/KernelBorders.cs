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
    /// <param name="channels">Channels that exist; places of others become zeros.</param>
    /// <param name="borderHeight">Rows of zeros above and below.</param>
    /// <param name="borderWidth">Columns of zeros before and behind.</param>
    public static void Copy(
        ref float weights, ref float kernels, int filters, int height, int width, int channels, int borderHeight, int borderWidth)
    {
        PanelLayout from = new(filters, channels, height * width);
        int paddedChannels = PanelLayout.RoundUp(channels);
        int borderedWidth = width + 2 * borderWidth, places = (height + 2 * borderHeight) * borderedWidth;
        MemoryMarshal.CreateSpan(ref kernels, paddedChannels * filters * places).Clear();
        for (int panel = 0; panel < filters; panel += PanelLayout.Panel)
        {
            int panelWidth = PanelLayout.WidthAt(panel, from.PaddedOutputs), panelFilters = Math.Min(PanelLayout.Panel, filters - panel);
            int row = panel * from.Rows;
            for (int tap = 0; tap < height * width; tap++)
            {
                int place = (tap / width + borderHeight) * borderedWidth + tap % width + borderWidth;
                for (int channel = 0; channel < channels; channel++, row += panelWidth)
                {
                    int channelPanel = channel / PanelLayout.Panel * PanelLayout.Panel, channelWidth = PanelLayout.WidthAt(channelPanel, paddedChannels);
                    int to = (channelPanel * filters + panel * channelWidth) * places + place * channelWidth + channel % PanelLayout.Panel;
                    for (int filter = 0; filter < panelFilters; filter++)
                        Unsafe.Add(ref kernels, to + filter * places * channelWidth) = Unsafe.Add(ref weights, row + filter);
                }
            }
        }
    }
}
