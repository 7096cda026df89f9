using DslNet.Generators.Model;

namespace DslNet.Generators.Lowering;

/// <summary>A layer whose gradient is zero but at one position of each window.</summary>
internal interface IMaxPooling
{
    /// <summary>How its window moves over an image.</summary>
    Window Axes(Shape image);

    /// <summary>Whether it can say where each maximum was.</summary>
    bool FindsIndices(Shape image);

    /// <summary>Whether it can read an image that is stored channels-first.</summary>
    bool ReadsChannelsFirst(Shape image, Shape pooled);
}
