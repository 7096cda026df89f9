namespace DslNet.Networks.Tests;

/// <summary>Blocks with projections and shared weights, vectors of channels, slices and other shapes.</summary>
[Network]
[Input(2, 9, 7)]
[Conv2D(11, 3), ReLU, Repeat<Excited>(2, Shared = true)]
[Residual<Down>(Projection = true), ReLU, Reshape(9, 4, 4, Name = "Other"), Slice(1, 7, Name = "Middle"), Slice(2, 7, From = "Other"), Subtract("Middle")]
[Flatten, Dense(40), Repeat<Gated>(3, Shared = true), Reshape(4, 10), Reshape(20, 2), Flatten, Dense(3)]
[MeanSquaredError]
internal sealed partial class BlockNet;

/// <summary>Channels weighted by what is in all of the image.</summary>
[Block]
[Conv2D(11, 3, Padding = 1, Name = "Image"), GlobalAvgPool, Dense(5), ReLU, Dense(11), Sigmoid, Multiply("Image"), Add("Input")]
internal sealed class Excited;

/// <summary>Half as many positions.</summary>
[Block]
[Conv2D(12, 3, Stride = 2, Padding = 1), SiLU, Conv2D(12, 1)]
internal sealed class Down;

/// <summary>One half of what is computed says how much of the other half passes.</summary>
[Block]
[Dense(80, Name = "Both"), Slice(0, 40), Sigmoid(Name = "Gate"), Slice(40, 40, From = "Both"), Multiply("Gate")]
internal sealed class Gated;
