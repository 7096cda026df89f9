using System.Globalization;

namespace DslNet.Audio.Writing;

/// <summary>The layers of a network in order, as they are found.</summary>
/// <param name="input">Values of a frame of the network's input.</param>
internal sealed class NamLayers(int input)
{
    /// <summary>The network's input.</summary>
    public const string Input = "Input";

    private readonly List<NamLayer> _layers = [];
    private readonly Dictionary<string, int> _features = new(StringComparer.Ordinal) { [Input] = input };

    public IReadOnlyList<NamLayer> All => _layers;

    /// <summary>Values of a frame of a layer's output.</summary>
    public int FeaturesOf(string value) => _features[value];

    /// <summary>Adds a layer, and returns its name.</summary>
    public string Add(NamLayer layer)
    {
        _layers.Add(layer);
        _features.Add(layer.Name, layer.Features);
        return layer.Name;
    }

    public string Add(string name, string attribute, IReadOnlyList<string> reads, IReadOnlyList<string>? arguments = null, int? features = null) =>
        Add(new(name, attribute, arguments ?? [], reads, features ?? FeaturesOf(reads[0]), []));

    /// <summary>Some neighbouring values of a frame.</summary>
    public string Slice(string name, string value, int start, int length) => Add(name, "Slice", [value], [Text(start), Text(length)], length);

    /// <summary>A convolution over frames; of one tap, a dense layer.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">What it reads.</param>
    /// <param name="convolution">Its sizes and weights.</param>
    /// <param name="isUnread">Whether nothing reads it.</param>
    public string Convolve(string name, string value, NamConvolution convolution, bool isUnread = false)
    {
        if (FeaturesOf(value) != convolution.Inputs)
            throw new NamException($"{name} reads {convolution.Inputs} channels, but {value} has {FeaturesOf(value)}. Export the model again.");
        List<string> arguments = [Text(convolution.Outputs)];
        if (convolution.Kernel > 1)
            arguments.Add(Text(convolution.Kernel));
        if (convolution.Kernel > 1 && convolution.Dilation > 1)
            arguments.Add($"Dilation = {Text(convolution.Dilation)}");
        if (convolution.Bias is null)
            arguments.Add("Bias = false");
        int[] shape = convolution.Kernel > 1 ? [convolution.Outputs, convolution.Inputs, convolution.Kernel] : [convolution.Outputs, convolution.Inputs];
        NamTensor weight = new("weight", shape, convolution.Weight);
        return Add(new(
            name, convolution.Kernel > 1 ? "CausalConv1D" : "Dense", arguments, [value], convolution.Outputs,
            convolution.Bias is null ? [weight] : [weight, new("bias", [convolution.Outputs], convolution.Bias)])
        { IsUnread = isUnread });
    }

    public static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
