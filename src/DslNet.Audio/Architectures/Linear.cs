using DslNet.Audio.Writing;

namespace DslNet.Audio.Architectures;

/// <summary>One convolution over frames: an impulse response, whose first value is that of the current frame.</summary>
internal static class Linear
{
    public static (string Output, long SilentFrames) Read(NamNode config, NamWeights weights, NamLayers layers, string prefix, string input)
    {
        int taps = config.Size("receptive_field");
        if (layers.FeaturesOf(input) != 1 || config.Size("out_channels", 1) != 1)
            throw new NamException($"{config.Path} has several channels, which a Linear of one impulse response does not mix. Export it with one.");
        float[] response = weights.Take(taps);
        float[]? bias = config.Flag("bias") ? weights.Take(1) : null;
        weights.CheckEnd();
        Array.Reverse(response);
        return (layers.Convolve("Response" + prefix, input, new(1, 1, taps, 1, response, bias)), taps);
    }
}
