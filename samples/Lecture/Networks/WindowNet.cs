using DslNet;

namespace Lecture;

/// <summary>One pattern of 3×3 against one window of 3×3.</summary>
[Network]
[Input(1, 3, 3)]
[Conv2D(1, 3, Bias = false)]
[Output(1, 1, 1)]
internal sealed partial class WindowNet;
