using DslNet;

namespace DrawnShapes;

/// <summary>Two convolutions of 16 filters, normalized over the images of a step. The bias of each would be taken off again with the mean.</summary>
[Block]
[Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm]
internal sealed class Block16;
