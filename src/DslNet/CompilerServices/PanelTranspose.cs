using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>Exchanges the inputs and outputs of weights that lie in panels: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PanelTranspose
{
    private const int Block = 4;

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
    public static void Copy(ref float source, ref float destination, int outputs, int taps, int positions, int channels, int positionStride)
    {
        int sourceRows = taps * positions * channels;
        int sourceOutputs = PanelLayout.RoundUp(outputs);
        int copyRows = taps * outputs;
        int copyOutputs = positions * positionStride;
        for (int lane = 0; lane < copyOutputs; lane += Block)
        {
            // Four lanes of the copy never straddle a panel or a position: both are multiples of eight wide.
            int panel = lane / PanelLayout.Panel * PanelLayout.Panel;
            int width = PanelLayout.WidthAt(panel, copyOutputs);
            int position = lane / positionStride, channel = lane % positionStride;
            int existing = Math.Clamp(channels - channel, 0, Block);
            for (int tap = 0; tap < taps; tap++)
            {
                int sourceRow = (tap * positions + position) * channels + channel;
                for (int output = 0; output < outputs; output += Block)
                {
                    int sourcePanel = output / PanelLayout.Panel * PanelLayout.Panel;
                    int sourceWidth = PanelLayout.WidthAt(sourcePanel, sourceOutputs);
                    ref float to = ref Unsafe.Add(ref destination, panel * copyRows + (tap * outputs + output) * width + lane % PanelLayout.Panel);
                    int rows = Math.Min(Block, outputs - output);
                    if (existing == Block && rows == Block)
                        Transpose4X4.Copy(ref Unsafe.Add(ref source, sourcePanel * sourceRows + sourceRow * sourceWidth + output % PanelLayout.Panel), sourceWidth, ref to, width);
                    else if (existing > 0)
                        CopyBorder(ref Unsafe.Add(ref source, sourcePanel * sourceRows + sourceRow * sourceWidth + output % PanelLayout.Panel), sourceWidth, existing, ref to, width, rows);
                    else
                        Clear(ref to, width, rows);
                }
            }
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
