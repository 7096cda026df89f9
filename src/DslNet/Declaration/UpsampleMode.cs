#if GENERATOR
namespace DslNet.Generators.Model;
#else
namespace DslNet;
#endif

/// <summary>What <c>[Upsample]</c> puts between the values of a signal or an image.</summary>
public enum UpsampleMode
{
    /// <summary>Each value several times.</summary>
    Nearest,

    /// <summary>Linear interpolation along each axis, with values at the centres of pixels (PyTorch's <c>align_corners=False</c>).</summary>
    Bilinear,
}
