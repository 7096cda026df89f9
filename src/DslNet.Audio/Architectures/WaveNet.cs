using DslNet.Audio.Writing;

namespace DslNet.Audio.Architectures;

/// <summary>
/// Arrays of dilated convolutions: each layer adds its activation to the sum that the array's head reads, and what a 1×1 convolution makes of it to what the
/// next layer reads. Each layer is told the condition, which is the input, or what another network makes of it.
/// </summary>
internal static class WaveNet
{
    /// <summary>Adds the layers, and returns the output and how many frames of silence settle all histories.</summary>
    /// <param name="config">The configuration.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="layers">Where to.</param>
    /// <param name="prefix">What names begin behind their kind with.</param>
    /// <param name="input">What it reads.</param>
    public static (string Output, long SilentFrames) Read(NamNode config, NamWeights weights, NamLayers layers, string prefix, string input)
    {
        IReadOnlyList<NamNode> arrays = config.Array("layers");
        if (arrays.Count == 0)
            throw config.Get("layers").Unexpected("an array with a layer array at least");
        (string condition, long frames) = config.Find("condition_dsp") is { } network
            ? ModelReader.Read(network, layers, prefix + "C", input)
            : (input, 1L);
        NamNode? headNode = config.Find("head");
        float scale = 0;
        List<(string Name, NamConvolution Convolution)> heads = [];
        List<Action<float>> deferred = [];

        // The head's scale comes last in the file, and is a part of the last head's weights here: so layers are added when all weights are read.
        string x = input;
        string? head = null;
        for (int a = 0; a < arrays.Count; a++)
        {
            NamNode array = arrays[a];
            bool isLast = a == arrays.Count - 1;
            string suffix = prefix + NamLayers.Text(a + 1);
            int channels = array.Size("channels");
            NamConvolution rechannel = NamConvolution.Read(weights, array.Path, array.Size("input_size"), channels, 1, 1, 1, bias: false);
            IReadOnlyList<LayerSettings> settings = LayerSettings.Read(array);
            ArrayLayer[] read = [.. settings.Select(each => new ArrayLayer(array, each, weights))];
            NamConvolution headConvolution = ReadHead(array, weights);
            frames += read.Sum(layer => layer.FramesBefore) + headConvolution.FramesBefore;
            deferred.Add(factor =>
            {
                x = layers.Convolve("Rechannel" + suffix, x, rechannel);
                for (int i = 0; i < read.Length; i++)
                {
                    string layer = $"{suffix}_{NamLayers.Text(i + 1)}";
                    (x, string part) = read[i].AddTo(layers, layer, x, condition, isLast && i == read.Length - 1);
                    if (head is not null && layers.FeaturesOf(head) != layers.FeaturesOf(part))
                        throw new NamException($"{array.Path} adds {layers.FeaturesOf(part)} channels to a head of {layers.FeaturesOf(head)}. Export the model again.");
                    head = head is null ? part : layers.Add("HeadSum" + layer, "Add", [head, part]);
                }

                head = layers.Convolve("Head" + suffix, head!, isLast ? headConvolution.Scaled(factor) : headConvolution);
            });
        }

        List<NamConvolution> further = headNode is null ? [] : ReadFurtherHead(headNode.Value, arrays[^1], weights);
        scale = weights.Take(1)[0];
        weights.CheckEnd();
        foreach (Action<float> add in deferred)
            add(scale);
        for (int i = 0; i < further.Count; i++)
        {
            string suffix = prefix + NamLayers.Text(i + 1);
            head = NamActivation.Read(headNode!.Value.Get("activation")).AddTo(layers, "PostActivation" + suffix, head!);
            head = layers.Convolve("Post" + suffix, head, further[i]);
            frames += further[i].FramesBefore;
        }

        return (head!, frames);
    }

    /// <summary>The convolution behind an array's sum: an object of its own, or in older files three numbers.</summary>
    private static NamConvolution ReadHead(NamNode array, NamWeights weights)
    {
        int channels = array.Size("channels");
        int inputs = array.Find("head1x1") is { } one && one.Flag("active") ? one.Size("out_channels") : array.Size("bottleneck", channels);
        return array.Find("head") is { } head
            ? NamConvolution.Read(weights, head.Path, inputs, head.Size("out_channels"), head.Size("kernel_size"), head.Size("head_dilation", 1), 1, head.Flag("bias"))
            : NamConvolution.Read(weights, array.Path, inputs, array.Size("head_size"), 1, 1, 1, array.Flag("head_bias"));
    }

    private static List<NamConvolution> ReadFurtherHead(NamNode head, NamNode lastArray, NamWeights weights)
    {
        int inputs = lastArray.Find("head") is { } node ? node.Size("out_channels") : lastArray.Size("head_size");
        IReadOnlyList<NamNode> kernels = head.Array("kernel_sizes");
        if (kernels.Count == 0)
            throw head.Get("kernel_sizes").Unexpected("an array with a kernel at least");
        List<NamConvolution> convolutions = [];
        for (int i = 0; i < kernels.Count; i++)
        {
            int outputs = head.Size(i == kernels.Count - 1 ? "out_channels" : "channels");
            convolutions.Add(NamConvolution.Read(weights, head.Path, inputs, outputs, kernels[i].AsSize(), 1, 1, bias: true));
            inputs = outputs;
        }

        return convolutions;
    }
}
