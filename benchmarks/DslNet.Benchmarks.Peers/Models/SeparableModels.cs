using static DslNet.Benchmarks.Models.ModelLayers;

namespace DslNet.Benchmarks.Models;

/// <summary>Networks of depthwise-separable convolutions.</summary>
internal static class SeparableModels
{
    private const int Filters = 64;

    /// <summary>A stem and four blocks over a spectrogram.</summary>
    public static NetworkModel Spectrograms { get; } = new("dscnn", [1, 49, 40],
        [
            Convolution("conv1", Filters, 10, 4) with { Stride = 2, Padding = [4, 1, 5, 1] }, BatchNorm("batchNorm1"), ReLU,
            .. Block(1), .. Block(2), .. Block(3), .. Block(4),
            GlobalAvgPool, Dense(1, 12),
        ],
        Classifies: true);

    private static LayerModel[] Block(int number) =>
    [
        PaddedConvolution($"separable{number}.depthwiseConv1", Filters, [3, 3]) with { Groups = Filters }, BatchNorm($"separable{number}.batchNorm1"), ReLU,
        Convolution($"separable{number}.conv1", Filters, 1, 1), BatchNorm($"separable{number}.batchNorm2"), ReLU,
    ];
}
