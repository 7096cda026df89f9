namespace DslNet;

/// <summary>The mean of each channel over the whole image: C×H×W becomes a vector of C numbers.</summary>
/// <example><code>[GlobalAvgPool2D, Dense(10)]</code></example>
public sealed class GlobalAvgPool2DAttribute : LayerAttribute;
