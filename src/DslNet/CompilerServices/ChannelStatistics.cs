namespace DslNet.CompilerServices;

/// <summary>
/// What training knows of a batch, a row of values for each of these, one value per channel. The generator is compiled from this file too.
/// </summary>
internal static class ChannelStatistics
{
    /// <summary>What a value is multiplied by: weight / √(variance + ε).</summary>
    public const int Scale = 0;

    /// <summary>What is added then: bias − mean · scale.</summary>
    public const int Shift = 1;

    /// <summary>1 / √(variance + ε).</summary>
    public const int Inverse = 2;

    /// <summary>−mean / √(variance + ε): with <see cref="Inverse"/> it makes the normalized value of one.</summary>
    public const int Centre = 3;

    /// <summary>The mean.</summary>
    public const int Mean = 4;

    /// <summary>What rounding has left of the mean.</summary>
    public const int MeanRest = 5;

    /// <summary>The unbiased variance.</summary>
    public const int Variance = 6;

    /// <summary>Floats of all.</summary>
    /// <param name="padded">Channels, with those that fill the last vector.</param>
    public static int Length(int padded) => 7 * padded;
}
