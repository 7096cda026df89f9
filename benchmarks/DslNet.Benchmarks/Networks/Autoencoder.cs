namespace DslNet.Benchmarks.Networks;

/// <summary>An autoencoder of small images: strided convolutions down to 32 values, transposed ones back.</summary>
[Network]
[Input(1, 28, 28)]
[Conv2D(16, 4, Stride = 2, Padding = 1), ReLU]
[Conv2D(32, 4, Stride = 2, Padding = 1), ReLU]
[Flatten, Dense(32)]
[Dense(1568), ReLU, Reshape(32, 7, 7)]
[ConvTranspose2D(16, 4, Stride = 2, Padding = 1), ReLU]
[ConvTranspose2D(1, 4, Stride = 2, Padding = 1)]
[MeanSquaredError]
public sealed partial class Autoencoder;
