namespace DslNet.Networks.Tests;

/// <summary>Images joined along rows and along columns, and signals along their length, of sizes that fill no vector.</summary>
[Network]
[Input(3, 7, 5)]
[Conv2D(5, 3, Padding = 1), ReLU(Name = "Upper"), Conv2D(5, 3, Padding = 1), Concat("Upper", Axis = ConcatAxis.Height)]
[Conv2D(4, 2), Tanh(Name = "Left"), Conv2D(4, 1), Concat("Left", Axis = ConcatAxis.Width)]
[Reshape(8, 52), Conv1D(7, 3, Name = "Before"), SiLU, Concat("Before", Axis = ConcatAxis.Length), Conv1D(5, 4, Stride = 3), Flatten, Dense(4)]
[SoftmaxCrossEntropy]
internal sealed partial class JoinedNet;
