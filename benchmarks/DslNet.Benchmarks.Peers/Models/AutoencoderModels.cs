using static DslNet.Benchmarks.Models.ModelLayers;

namespace DslNet.Benchmarks.Models;

/// <summary>Networks that give back what they are given, through few values.</summary>
internal static class AutoencoderModels
{
    /// <summary>Images of one channel through 32 values.</summary>
    public static NetworkModel Images { get; } = new("autoencoder", [1, 28, 28],
        [
            Halving(LayerKind.Conv, "conv1", 16), ReLU, Halving(LayerKind.Conv, "conv2", 32), ReLU,
            Flatten, Dense(1, 32), Dense(2, 32 * 7 * 7), ReLU, new(LayerKind.Reshape) { Kernel = [32, 7, 7] },
            Halving(LayerKind.ConvTranspose, "convTranspose1", 16), ReLU, Halving(LayerKind.ConvTranspose, "convTranspose2", 1),
        ],
        Classifies: false)
    {
        Output = [1, 28, 28],
    };

    /// <summary>A convolution that halves the sides of its image, or one transposed, which doubles them.</summary>
    private static LayerModel Halving(LayerKind kind, string name, int filters) =>
        Convolution(name, filters, 4, 4) with { Kind = kind, Stride = 2, Padding = [1, 1, 1, 1], HasBias = true };
}
