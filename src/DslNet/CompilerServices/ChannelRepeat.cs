using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace DslNet.CompilerServices;

/// <summary>Repeats the channels of an image, and adds what was repeated: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ChannelRepeat
{
    /// <summary>Copies each channel several times, at every position: c, c, d, d of c, d. Channels of the copy that do not exist become zero.</summary>
    /// <param name="source">The image, channels-last.</param>
    /// <param name="destination">The copy, channels-last.</param>
    /// <param name="positions">Positions.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="times">Copies of each.</param>
    /// <param name="sourceStride">From one position to the next in the source.</param>
    /// <param name="destinationStride">From one position to the next in the copy.</param>
    public static void Copy(ref float source, ref float destination, int positions, int channels, int times, int sourceStride, int destinationStride)
    {
        for (int position = 0; position < positions; position++)
        {
            ref float from = ref Unsafe.Add(ref source, position * sourceStride);
            ref float to = ref Unsafe.Add(ref destination, position * destinationStride);
            int next = 0;
            for (int channel = 0; channel < channels; channel++)
            {
                float value = Unsafe.Add(ref from, channel);
                for (int copy = 0; copy < times; copy++)
                    Unsafe.Add(ref to, next++) = value;
            }

            for (; next < destinationStride; next++)
                Unsafe.Add(ref to, next) = 0;
        }
    }

    /// <summary>Adds what a copy has of each channel, in its order, to an image, or stores it there. Channels of the image that do not exist become zero.</summary>
    /// <param name="copy">The copy, channels-last.</param>
    /// <param name="destination">The image, channels-last.</param>
    /// <param name="positions">Positions.</param>
    /// <param name="channels">Channels.</param>
    /// <param name="times">Copies of each.</param>
    /// <param name="copyStride">From one position to the next in the copy.</param>
    /// <param name="destinationStride">From one position to the next in the image.</param>
    /// <param name="accumulate">Whether to add to what is there: 1, or 0.</param>
    public static void Sum(
        ref float copy, ref float destination, int positions, int channels, int times, int copyStride, int destinationStride, int accumulate)
    {
        for (int position = 0; position < positions; position++)
        {
            ref float from = ref Unsafe.Add(ref copy, position * copyStride);
            ref float to = ref Unsafe.Add(ref destination, position * destinationStride);
            for (int channel = 0; channel < channels; channel++)
            {
                float sum = Unsafe.Add(ref from, channel * times);
                for (int i = 1; i < times; i++)
                    sum += Unsafe.Add(ref from, channel * times + i);
                Unsafe.Add(ref to, channel) = accumulate != 0 ? Unsafe.Add(ref to, channel) + sum : sum;
            }

            for (int channel = channels; accumulate == 0 && channel < destinationStride; channel++)
                Unsafe.Add(ref to, channel) = 0;
        }
    }
}
