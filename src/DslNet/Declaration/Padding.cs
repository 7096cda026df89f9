#if GENERATOR
namespace DslNet.Generators.Model;
#else
namespace DslNet;
#endif

/// <summary>Named amounts of padding, for <c>Padding = Padding.Same</c>.</summary>
public static class Padding
{
    /// <summary>No padding: only windows that lie wholly inside the image.</summary>
    public const int Valid = 0;

    /// <summary>
    /// As much as makes the output ⌈input / stride⌉ high and wide; where the amount is odd, the extra row and column
    /// are at the end (ONNX's SAME_UPPER).
    /// </summary>
    public const int Same = -1;
}
