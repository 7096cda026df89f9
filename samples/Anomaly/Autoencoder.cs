using DslNet;

namespace UnseenClothing;

/// <summary>
/// An autoencoder: strided convolutions bring an image down to 32 values, transposed ones bring it back. It learns to give back what it is shown often;
/// what it has never seen it gives back worse.
/// </summary>
[Network]
[Input(1, 28, 28)]
[Conv2D(16, 4, Stride = 2, Padding = 1), ReLU]
[Conv2D(32, 4, Stride = 2, Padding = 1), ReLU]
[Flatten, Dense(32)]
[Dense(1568), ReLU, Reshape(32, 7, 7)]
[ConvTranspose2D(16, 4, Stride = 2, Padding = 1), ReLU]
[ConvTranspose2D(1, 4, Stride = 2, Padding = 1)]
[MeanSquaredError]
internal sealed partial class Autoencoder;
