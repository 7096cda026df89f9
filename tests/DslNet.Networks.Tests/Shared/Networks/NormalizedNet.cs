namespace DslNet.Networks.Tests;

/// <summary>Every normalization and both forms of PReLU, over images and vectors whose channels fill no vector.</summary>
[Network]
[Input(3, 9, 7)]
[Conv2D(9, 3), GroupNorm(3), PReLU(PerChannel = true)]
[Conv2D(5, 3), InstanceNorm(Affine = true), PReLU]
[LayerNorm(PerPosition = true), RMSNorm]
[Flatten, Dense(19), LayerNorm, HardSwish]
[Dense(11), PReLU(PerChannel = true), RMSNorm, LogSoftmax]
[MeanSquaredError]
internal sealed partial class NormalizedNet;
