using HandwrittenDigits;

namespace DrawADigit;

/// <summary>What comes from outside.</summary>
internal static class Drawings
{
    /// <summary>Whether these are a digit's pixels.</summary>
    public static bool IsOne(float[] pixels) => pixels.Length == Digits.Side * Digits.Side && Array.TrueForAll(pixels, pixel => pixel is >= 0 and <= 1);
}
