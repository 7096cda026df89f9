namespace DslNet.Generators.Model;

/// <summary>How large things may be, so that everything downstream can count in 32 bits.</summary>
internal static class Limits
{
    /// <summary>The values of one tensor of one sample: a gibibyte of floats.</summary>
    public const int TensorLength = 1 << 28;

    /// <summary>The parameters of a network: half a gibibyte. Stored, an output that stands alone takes eight times its room, which still fits.</summary>
    public const int Parameters = 1 << 27;

    /// <summary>The floats of all values of one sample as they are stored, channels rounded up; with their gradients they still fit an array.</summary>
    public const int SampleLength = 3 << 28;

    /// <summary>A product that stops at the largest long instead of overflowing.</summary>
    public static long Multiply(long a, long b) => a == 0 || b <= long.MaxValue / a ? a * b : long.MaxValue;

    /// <summary>A sum that stops at the largest long instead of overflowing.</summary>
    public static long Add(long a, long b) => a <= long.MaxValue - b ? a + b : long.MaxValue;

    /// <summary>An int, or the largest one.</summary>
    public static int Clamp(long value) => (int)Math.Min(Math.Max(value, int.MinValue), int.MaxValue);
}
