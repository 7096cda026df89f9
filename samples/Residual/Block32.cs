using DslNet;

namespace DrawnShapes;

/// <summary>Two convolutions of 32 filters, normalized over the images of a step. The bias of each would be taken off again with the mean.</summary>
[Block]
[Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm]
internal sealed class Block32;
