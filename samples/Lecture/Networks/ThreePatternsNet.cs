using DslNet;

namespace Lecture;

/// <summary>Three patterns of 3×3, each slid over an image of 5×5.</summary>
[Network]
[Input(1, 5, 5)]
[Conv2D(3, 3, Bias = false)]
[Output(3, 3, 3)]
internal sealed partial class ThreePatternsNet;
