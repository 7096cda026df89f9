using DslNet.Audio.Writing;

namespace DslNet.Audio.Architectures;

/// <summary>A feature-wise linear modulation: values × scales, + shifts, both computed from the condition.</summary>
/// <param name="Convolution">What computes scales, and behind them shifts.</param>
/// <param name="HasShift">Whether there are shifts.</param>
internal sealed record Film(NamConvolution Convolution, bool HasShift)
{
    /// <summary>Reads the one of a name, if the layer array has it.</summary>
    public static Film? Read(NamNode array, string name, NamWeights weights, int condition, int features)
    {
        if (array.Find(name) is not { } node || !node.IsObject || !node.Flag("active", true))
            return null;
        bool shift = node.Flag("shift", true);
        return new(NamConvolution.Read(weights, node.Path, condition, shift ? 2 * features : features, 1, 1, node.Size("groups", 1), bias: true), shift);
    }

    /// <summary>Adds it behind a layer.</summary>
    public string AddTo(NamLayers layers, string name, string value, string condition)
    {
        int features = layers.FeaturesOf(value);
        string scales = layers.Convolve(name, condition, Convolution);
        if (!HasShift)
            return layers.Add(name + "Scaled", "Multiply", [value, scales]);
        string scale = layers.Slice(name + "Scales", scales, 0, features), shift = layers.Slice(name + "Shifts", scales, features, features);
        return layers.Add(name + "Shifted", "Add", [layers.Add(name + "Scaled", "Multiply", [value, scale]), shift]);
    }
}
