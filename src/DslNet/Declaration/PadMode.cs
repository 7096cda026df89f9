#if GENERATOR
namespace DslNet.Generators.Model;
#else
namespace DslNet;
#endif

/// <summary>What <c>[Pad]</c> puts around a signal or an image.</summary>
public enum PadMode
{
    /// <summary>Zeros.</summary>
    Zero,

    /// <summary>The values beside the border in reverse, without those at the border itself: 3 2 | 1 2 3 | 2 1.</summary>
    Reflect,

    /// <summary>The values at the border: 1 1 | 1 2 3 | 3 3.</summary>
    Replicate,
}
