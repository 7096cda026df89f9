namespace DslNet.CompilerServices;

/// <summary>
/// What a group of samples knows of a batch, a row of values for each of these, one value per channel. The generator is compiled from this file too.
/// </summary>
internal static class ChannelSums
{
    /// <summary>The mean, counted from <see cref="Origin"/>.</summary>
    public const int Mean = 0;

    /// <summary>The sum of the squares of differences from the mean.</summary>
    public const int Squares = 1;

    /// <summary>A value of the group.</summary>
    public const int Origin = 2;

    /// <summary>The number of samples: one value.</summary>
    public const int Count = 3;

    /// <summary>Floats of all.</summary>
    /// <param name="padded">Channels, with those that fill the last vector.</param>
    public static int Length(int padded) => Count * padded + PanelWidth.Full;
}
