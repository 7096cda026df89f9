using DslNet;

namespace DrawnShapes;

/// <summary>
/// A residual network (He, Zhang, Ren and Sun, 2016, "Deep residual learning for image recognition", arXiv:1512.03385, section 4.2): three stages of
/// two blocks. What a block computes is added to what it reads, so that gradients have a way around it. Where a stage begins, sides and channels
/// differ, and a convolution of 1×1 is on that way.
/// </summary>
[Network]
[Input(3, 32, 32)]
[Conv2D(16, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
[Residual<Block16>, ReLU, Residual<Block16>, ReLU]
[Residual<Down32>(Projection = true), ReLU, Residual<Block32>, ReLU]
[Residual<Down64>(Projection = true), ReLU, Residual<Block64>, ReLU]
[GlobalAvgPool, Dense(6)]
[SoftmaxCrossEntropy]
internal sealed partial class ShapeNet;
