using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>Copies what each channel of several groups has one value of: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ChannelGroups
{
    /// <summary>Copies the values of channels so that each group begins with a panel of its own. Those of channels that do not exist become zero.</summary>
    /// <param name="source">The values, one channel after the other.</param>
    /// <param name="destination">Where they go.</param>
    /// <param name="groups">Groups.</param>
    /// <param name="size">Channels of each.</param>
    public static void Scatter(ref float source, ref float destination, int groups, int size)
    {
        int step = PanelWidth.RoundUp(size);
        for (int group = 0; group < groups; group++)
        {
            for (int channel = 0; channel < step; channel++)
                Unsafe.Add(ref destination, group * step + channel) = channel < size ? Unsafe.Add(ref source, group * size + channel) : 0;
        }
    }
}
