#if GENERATOR
namespace DslNet.Generators.Model;
#else
namespace DslNet;
#endif

/// <summary>Along which axis <c>[Concat]</c> joins.</summary>
public enum ConcatAxis
{
    /// <summary>Channels, or the features of vectors.</summary>
    Channels,

    /// <summary>The positions of signals.</summary>
    Length,

    /// <summary>The rows of images.</summary>
    Height,

    /// <summary>The columns of images.</summary>
    Width,
}
