using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>Transposes weights that are stored in panels: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PanelTranspose
{
    private const int Block = 8;

    /// <summary>
    /// Copies weights [outputs][tap, position, channel] (see <see cref="PanelLayout"/>) to
    /// [position × positionStride + channel][tap, output], in panels too; channels that do not exist become zeros.
    /// </summary>
    /// <param name="source">The weights.</param>
    /// <param name="destination">Where the copy goes.</param>
    /// <param name="outputs">Outputs of the layer: the copy's inner rows.</param>
    /// <param name="taps">Kernel taps; 1 for a dense layer.</param>
    /// <param name="positions">Positions of the image that a dense layer flattens; 1 for a convolution.</param>
    /// <param name="channels">Channels that exist.</param>
    /// <param name="positionStride">Channels rounded up to a multiple of eight.</param>
    public static void Copy(ref float source, ref float destination, int outputs, int taps, int positions, int channels, int positionStride) =>
        Copy(ref source, ref destination, outputs, taps, positions, channels, positionStride, PanelWidth.RoundUp(outputs), isBackward: false);

    /// <summary>The same for a convolution, with the last tap first.</summary>
    /// <param name="source">The weights.</param>
    /// <param name="destination">Where the copy goes.</param>
    /// <param name="outputs">Outputs of the layer.</param>
    /// <param name="taps">Kernel taps.</param>
    /// <param name="channels">Channels that exist.</param>
    /// <param name="paddedChannels">Channels rounded up to a multiple of eight.</param>
    public static void CopyBackward(ref float source, ref float destination, int outputs, int taps, int channels, int paddedChannels) =>
        Copy(ref source, ref destination, outputs, taps, 1, channels, paddedChannels, PanelWidth.RoundUp(outputs), isBackward: true);

    private static void Copy(ref float source, ref float destination, int outputs, int taps, int positions, int channels, int positionStride, int sourceOutputs, bool isBackward)
    {
        int sourceRows = taps * positions * channels;
        int copyRows = taps * outputs;
        int copyOutputs = positions * positionStride;
        // Panel by panel in both orders: what is read and what is written are then a kilobyte in one run each.
        for (int panel = 0; panel < copyOutputs; panel += PanelWidth.Full)
        {
            int width = PanelWidth.At(panel, copyOutputs);
            for (int tap = 0; tap < taps; tap++)
            {
                for (int sourcePanel = 0; sourcePanel < outputs; sourcePanel += PanelWidth.Full)
                {
                    int sourceWidth = PanelWidth.At(sourcePanel, sourceOutputs);
                    ref float from = ref Unsafe.Add(ref source, sourcePanel * sourceRows);
                    ref float to = ref Unsafe.Add(ref destination, panel * copyRows + ((isBackward ? taps - 1 - tap : tap) * outputs + sourcePanel) * width);
                    int existingOutputs = Math.Min(sourceWidth, outputs - sourcePanel);

                    // Eight lanes of the copy never straddle a panel or a position: both are multiples of eight wide.
                    int position = panel / positionStride, channel = panel % positionStride;
                    for (int lane = 0; lane < width; lane += Block, channel += Block)
                    {
                        if (channel == positionStride)
                            (position, channel) = (position + 1, 0);
                        int sourceRow = (tap * positions + position) * channels + channel;
                        CopyLanes(
                            ref Unsafe.Add(ref from, sourceRow * sourceWidth), sourceWidth, Math.Clamp(channels - channel, 0, Block),
                            ref Unsafe.Add(ref to, lane), width, existingOutputs);
                    }
                }
            }
        }
    }

    /// <summary>The same for a recurrent layer, whose gates are stored together: outputs that do not exist, zeros, are copied with the others.</summary>
    /// <param name="source">The weights.</param>
    /// <param name="destination">Where the copy goes.</param>
    /// <param name="paddedOutputs">Outputs of all gates, with those that fill each.</param>
    /// <param name="channels">Inputs.</param>
    /// <param name="paddedChannels">Inputs rounded up as outputs are.</param>
    public static void CopyGates(ref float source, ref float destination, int paddedOutputs, int channels, int paddedChannels) =>
        Copy(ref source, ref destination, paddedOutputs, 1, 1, channels, paddedChannels, paddedOutputs, isBackward: false);

    /// <summary>The same for a convolution of several groups, each of which is stored by itself in both.</summary>
    /// <param name="source">The weights.</param>
    /// <param name="destination">Where the copy goes.</param>
    /// <param name="groups">Groups.</param>
    /// <param name="outputs">Outputs of each.</param>
    /// <param name="taps">Kernel taps.</param>
    /// <param name="channels">Channels of each group.</param>
    public static void CopyGroups(ref float source, ref float destination, int groups, int outputs, int taps, int channels)
    {
        int from = PanelWidth.RoundUp(outputs) * taps * channels, paddedChannels = PanelWidth.RoundUp(channels), to = paddedChannels * taps * outputs;
        for (int group = 0; group < groups; group++)
            Copy(ref Unsafe.Add(ref source, group * from), ref Unsafe.Add(ref destination, group * to), outputs, taps, 1, channels, paddedChannels);
    }

    /// <summary>Eight lanes of the copy, for the outputs of one panel of the weights.</summary>
    private static void CopyLanes(ref float source, int sourceWidth, int existing, ref float destination, int width, int outputs)
    {
        for (int output = 0; output < outputs; output += Block)
        {
            ref float to = ref Unsafe.Add(ref destination, output * width);
            int rows = Math.Min(Block, outputs - output);
            if (existing == Block && rows == Block)
                Transpose8X8.Copy(ref Unsafe.Add(ref source, output), sourceWidth, ref to, width);
            else if (existing > 0)
                CopyBorder(ref Unsafe.Add(ref source, output), sourceWidth, existing, ref to, width, rows);
            else
                Clear(ref to, width, rows);
        }
    }

    private static void CopyBorder(ref float source, int sourceStride, int existing, ref float destination, int destinationStride, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int lane = 0; lane < Block; lane++)
                Unsafe.Add(ref destination, row * destinationStride + lane) = lane < existing ? Unsafe.Add(ref source, lane * sourceStride + row) : 0;
        }
    }

    private static void Clear(ref float destination, int destinationStride, int rows)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int lane = 0; lane < Block; lane++)
                Unsafe.Add(ref destination, row * destinationStride + lane) = 0;
        }
    }
}
