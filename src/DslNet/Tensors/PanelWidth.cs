namespace DslNet.CompilerServices;

/// <summary>
/// How outputs are rounded up to panels of 16: of up to 48 outputs the last panel is one of 8 where 8 are enough. The generator is compiled
/// from this file too, so that there is one rule.
/// </summary>
internal static class PanelWidth
{
    /// <summary>Outputs of a panel.</summary>
    public const int Full = 16;

    private const int Half = 8, MostWithHalf = 48;

    /// <summary>
    /// The outputs with those that fill the last panel. Of many, a panel of half the width would need kernels of its own, which cost more than
    /// a few zeros.
    /// </summary>
    public static int RoundUp(int outputs)
    {
        int width = outputs > MostWithHalf ? Full : Half;
        return (outputs + width - 1) / width * width;
    }

    /// <summary>The width of the panel that begins with an output.</summary>
    public static int At(int first, int paddedOutputs) => Math.Min(Full, paddedOutputs - first);
}
