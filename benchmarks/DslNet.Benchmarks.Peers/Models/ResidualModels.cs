using static DslNet.Benchmarks.Models.ModelLayers;

namespace DslNet.Benchmarks.Models;

/// <summary>Networks of blocks with a way around each.</summary>
internal static class ResidualModels
{
    private static readonly int[] s_square = [3, 3], s_row = [3];

    /// <summary>Three stages of two blocks over an image.</summary>
    public static NetworkModel Images { get; } = new("resnet", [3, 32, 32],
        [
            .. Stem(16, 3, 3),
            .. Block("basic16_1", "stem", 16, s_square), .. Block("basic16_2", "basic16_1", 16, s_square),
            .. Block("down32_1", "basic16_2", 32, s_square, stride: 2, projects: true), .. Block("basic32_1", "down32_1", 32, s_square),
            .. Block("down64_1", "basic32_1", 64, s_square, stride: 2, projects: true), .. Block("basic64_1", "down64_1", 64, s_square),
            GlobalAvgPool, Dense(1, 10),
        ],
        Classifies: true);

    /// <summary>Four blocks of dilated convolutions over a signal.</summary>
    public static NetworkModel Signals { get; } = new("activity", [3, 256],
        [
            .. Stem(32, 5),
            .. Block("dilated1_1", "stem", 32, s_row), .. Block("dilated2_1", "dilated1_1", 32, s_row, dilation: 2),
            .. Block("dilated4_1", "dilated2_1", 32, s_row, dilation: 4), .. Block("dilated8_1", "dilated4_1", 32, s_row, dilation: 8),
            GlobalAvgPool, Dense(1, 6),
        ],
        Classifies: true);

    private static LayerModel[] Stem(int filters, params int[] kernel) =>
        [PaddedConvolution("conv1", filters, kernel), BatchNorm("batchNorm1"), ReLU with { Name = "stem" }];

    private static IEnumerable<LayerModel> Block(string name, string input, int filters, int[] kernel, int stride = 1, int dilation = 1, bool projects = false)
    {
        string projection = name + ".projection", branch = name + ".batchNorm2";
        yield return PaddedConvolution(name + ".conv1", filters, kernel, stride, dilation);
        yield return BatchNorm(name + ".batchNorm1");
        yield return ReLU;
        yield return PaddedConvolution(name + ".conv2", filters, kernel, dilation: dilation);
        yield return BatchNorm(branch);
        if (projects)
            yield return Convolution(projection, filters, [.. kernel.Select(_ => 1)]) with { Stride = stride, From = input };
        yield return new LayerModel(LayerKind.Add) { From = branch, With = projects ? projection : input };
        yield return ReLU with { Name = name };
    }
}
