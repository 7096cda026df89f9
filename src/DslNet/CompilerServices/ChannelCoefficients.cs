namespace DslNet.CompilerServices;

/// <summary>
/// What the gradient of what is normalized is computed with, a row of values for each of these, one value per channel. The generator is compiled from
/// this file too.
/// </summary>
internal static class ChannelCoefficients
{
    /// <summary>What a gradient is multiplied by.</summary>
    public const int Scale = 0;

    /// <summary>What the value is multiplied by.</summary>
    public const int Slope = 1;

    /// <summary>What is added to both.</summary>
    public const int Offset = 2;

    /// <summary>Floats of all.</summary>
    /// <param name="padded">Channels, with those that fill the last vector.</param>
    public static int Length(int padded) => 3 * padded;
}
