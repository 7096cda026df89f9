using DslNet.Audio.Architectures;
using DslNet.Audio.Writing;

namespace DslNet.Audio;

/// <summary>Reads a model of any architecture: that of a file, one of several in a container, or one that computes the condition of another.</summary>
internal static class ModelReader
{
    /// <summary>Adds a model's layers, and returns its output and how many frames of silence it begins behind.</summary>
    public static (string Output, long SilentFrames) Read(NamNode model, NamLayers layers, string prefix, string input)
    {
        NamNode config = model.Object("config");
        NamWeights weights = new(model);
        return model.Text("architecture") switch
        {
            "WaveNet" => WaveNet.Read(config, weights, layers, prefix, input),
            "LSTM" => Lstm.Read(config, weights, layers, prefix, input, SampleRateOf(model)),
            "ConvNet" => ConvNet.Read(config, weights, layers, prefix, input),
            "Linear" => Linear.Read(config, weights, layers, prefix, input),
            _ => throw model.Get("architecture").Unexpected("WaveNet, LSTM, ConvNet, Linear, or SlimmableContainer for a file of several sizes"),
        };
    }

    /// <summary>Samples per second; 0 where the file does not say.</summary>
    public static double SampleRateOf(NamNode model) => model.Find("sample_rate")?.AsNumber() is > 0 and var rate ? rate : 0;
}
