using System.Globalization;
using DslNet.Generators.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Tests.Values;

/// <summary>A residual network for small images, as blocks declare it: it learns, and its depth costs calls, not kernels.</summary>
public sealed class ResNetTests
{
    // K. He et al., arXiv:1512.03385, section 4.2, without batch normalization: the last convolution of each block starts at zero, so that sums do not grow with the depth.
    private static string Source(int depth) =>
        $$"""
        /// <summary>Two convolutions of 8 channels.</summary>
        [Block, Conv2D(8, 3, Padding = 1), ReLU, Conv2D(8, 3, Padding = 1, Initializer = Initializer.Zero)] public sealed class Basic8;

        /// <summary>Two convolutions of 16 channels.</summary>
        [Block, Conv2D(16, 3, Padding = 1), ReLU, Conv2D(16, 3, Padding = 1, Initializer = Initializer.Zero)] public sealed class Basic16;

        /// <summary>Half as many rows and columns.</summary>
        [Block, Conv2D(16, 3, Stride = 2, Padding = 1), ReLU, Conv2D(16, 3, Padding = 1, Initializer = Initializer.Zero)] public sealed class Down16;

        /// <summary>A step of the first stage.</summary>
        [Block, Residual<Basic8>, ReLU] public sealed class First;

        /// <summary>A step of the second stage.</summary>
        [Block, Residual<Basic16>, ReLU] public sealed class Second;

        /// <summary>A residual network.</summary>
        [Network]
        [Input(3, 32, 32), Conv2D(8, 3, Padding = 1), ReLU]
        [Repeat<First>({{depth.ToString(CultureInfo.InvariantCulture)}})]
        [Residual<Down16>(Projection = true), ReLU, Repeat<Second>({{depth.ToString(CultureInfo.InvariantCulture)}})]
        [GlobalAvgPool, Dense(4), SoftmaxCrossEntropy]
        public sealed partial class ResNet;
        """;

    [Fact]
    public void It_learns()
    {
        INetwork network = NetworkAssembly.Compile(Source(2)).Create("ResNet", 5);
        Assert.Equal(
            ["conv1.weight", "conv1.bias", "first1.basic8_1.conv1.weight", "first1.basic8_1.conv1.bias"],
            network.Description.Parameters.Take(4).Select(parameter => parameter.Name));
        Assert.Equal(224 + 2 * 1168 + (1168 + 2320 + 128) + 2 * 4640 + 68, network.Description.ParameterCount);

        // Which quarter of the image is bright.
        const int samples = 48, length = 3 * 32 * 32;
        var random = new Random(3);
        int[] labels = [.. Enumerable.Range(0, samples).Select(i => i % 4)];
        float[] inputs = [.. Enumerable.Range(0, samples * length).Select(i => random.NextSingle() - 0.5f
            + (i % 32 / 16 + 2 * (i / 32 % 32 / 16) == labels[i / length] ? 1 : 0))];
        var optimizer = new Adam(1e-2f);
        float first = network.ComputeGradients(inputs, labels), last = first;
        for (int step = 0; step < 25; step++)
            last = optimizer.Step(network, inputs, labels);
        Assert.InRange(first, 0.5f, 5);
        Assert.InRange(last, 0, first / 3);
    }

    [Fact]
    public void Its_depth_costs_calls_and_no_kernels()
    {
        Dictionary<string, int> shallow = LengthsOf(3), deep = LengthsOf(9);
        Assert.Equal(shallow.Keys.Order(), deep.Keys.Order());
        foreach (string kernels in shallow.Keys.Where(name => name.Contains("Kernels", StringComparison.Ordinal)))
            Assert.InRange(deep[kernels] / (double)shallow[kernels], 0.99, 1.01);
        Assert.InRange(deep["ResNet.Programs.g.cs"] / (double)shallow["ResNet.Programs.g.cs"], 1.2, 3);

        static Dictionary<string, int> LengthsOf(int depth) => Generation.Run(Source(depth), "", out _).GeneratedSources
            .ToDictionary(generated => generated.HintName, generated => generated.SourceText.Length);
    }
}
