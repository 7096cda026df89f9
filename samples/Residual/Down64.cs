using DslNet;

namespace DrawnShapes;

/// <summary>The same where an image's sides are halved.</summary>
[Block]
[Conv2D(64, 3, Stride = 2, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm]
internal sealed class Down64;
