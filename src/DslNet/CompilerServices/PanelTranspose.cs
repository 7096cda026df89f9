using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>Exchanges the inputs and outputs of weights that lie in panels: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class PanelTranspose
{
    private const int Panel = 16;

    /// <summary>
    /// Copies weights [outputs][tap, position, channel] (see <see cref="PanelLayout"/>) to
    /// [position × positionStride + channel][tap, output], in panels too; channels that do not exist become zeros.
    /// </summary>
    public static void Copy(ref float source, ref float destination, int outputs, int taps, int positions, int channels, int positionStride)
    {
        int sourceRows = taps * positions * channels;
        int sourceOutputs = (outputs + 7) / 8 * 8;
        int destinationRows = taps * outputs;
        int destinationOutputs = positions * positionStride;
        for (int panel = 0; panel < destinationOutputs; panel += Panel)
        {
            int width = Math.Min(Panel, destinationOutputs - panel);
            ref float panelDestination = ref Unsafe.Add(ref destination, panel * destinationRows);
            for (int lane = 0; lane < width; lane++)
            {
                int position = (panel + lane) / positionStride;
                int channel = (panel + lane) % positionStride;
                for (int tap = 0; tap < taps; tap++)
                {
                    ref float row = ref Unsafe.Add(ref panelDestination, tap * outputs * width + lane);
                    if (channel >= channels)
                    {
                        for (int output = 0; output < outputs; output++)
                            Unsafe.Add(ref row, output * width) = 0;
                        continue;
                    }

                    int sourceRow = (tap * positions + position) * channels + channel;
                    for (int sourcePanel = 0; sourcePanel < outputs; sourcePanel += Panel)
                    {
                        int sourceWidth = Math.Min(Panel, sourceOutputs - sourcePanel);
                        ref float from = ref Unsafe.Add(ref source, sourcePanel * sourceRows + sourceRow * sourceWidth);
                        int end = Math.Min(outputs - sourcePanel, Panel);
                        for (int output = 0; output < end; output++)
                            Unsafe.Add(ref row, (sourcePanel + output) * width) = Unsafe.Add(ref from, output);
                    }
                }
            }
        }
    }
}
