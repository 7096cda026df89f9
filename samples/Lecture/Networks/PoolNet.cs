using DslNet;

namespace Lecture;

/// <summary>The largest of every 2×2 numbers of a 4×4 image.</summary>
[Network]
[Input(1, 4, 4)]
[MaxPool2D(2)]
[Output(1, 2, 2)]
internal sealed partial class PoolNet;
