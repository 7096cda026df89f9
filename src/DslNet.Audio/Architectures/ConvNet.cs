using DslNet.Audio.Writing;

namespace DslNet.Audio.Architectures;

/// <summary>Dilated convolutions of two taps one after the other, and a dense layer. Batch normalizations become a part of the weights before them.</summary>
internal static class ConvNet
{
    private const int Taps = 2;

    public static (string Output, long SilentFrames) Read(NamNode config, NamWeights weights, NamLayers layers, string prefix, string input)
    {
        int channels = config.Size("channels"), groups = config.Size("groups", 1);
        bool isNormalized = config.Flag("batchnorm");
        NamActivation activation = NamActivation.Read(config.Get("activation"));
        IReadOnlyList<NamNode> dilations = config.Array("dilations");
        if (dilations.Count == 0)
            throw config.Get("dilations").Unexpected("an array with a dilation for each layer");
        string x = input;
        long frames = 1;
        for (int i = 0; i < dilations.Count; i++)
        {
            string suffix = prefix + NamLayers.Text(i + 1);
            NamConvolution convolution = NamConvolution.Read(
                weights, config.Path, layers.FeaturesOf(x), channels, Taps, dilations[i].AsSize(), groups, bias: !isNormalized);
            if (isNormalized)
                convolution = Normalized(convolution, weights);
            frames += convolution.FramesBefore;
            x = activation.AddTo(layers, "Activation" + suffix, layers.Convolve("Conv" + suffix, x, convolution));
        }

        NamConvolution head = NamConvolution.Read(weights, config.Path, channels, config.Size("out_channels", 1), 1, 1, 1, bias: true);
        weights.CheckEnd();
        return (layers.Convolve("Head" + prefix, x, head), frames);
    }

    private static NamConvolution Normalized(NamConvolution convolution, NamWeights weights)
    {
        int channels = convolution.Outputs;
        float[] mean = weights.Take(channels), variance = weights.Take(channels), weight = weights.Take(channels), bias = weights.Take(channels);
        float epsilon = weights.Take(1)[0];
        float[] scales = [.. weight.Select((value, i) => value / MathF.Sqrt(epsilon + variance[i]))];
        return convolution.Scaled(scales, [.. bias.Select((value, i) => value - scales[i] * mean[i])]);
    }
}
