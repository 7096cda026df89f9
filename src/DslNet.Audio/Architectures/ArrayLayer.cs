using DslNet.Audio.Writing;

namespace DslNet.Audio.Architectures;

/// <summary>One layer of a WaveNet's array, with its weights in the order of files.</summary>
internal sealed class ArrayLayer
{
    private readonly LayerSettings _settings;
    private readonly int _bottleneck;
    private readonly NamConvolution _convolution, _mixin;
    private readonly NamConvolution? _out, _head;
    private readonly Film? _beforeConvolution, _behindConvolution, _beforeMixin, _behindMixin, _beforeActivation, _behindActivation, _behindOut, _behindHead;

    /// <param name="array">The array.</param>
    /// <param name="settings">What is said of this layer.</param>
    /// <param name="weights">The weights, at the layer's first.</param>
    public ArrayLayer(NamNode array, LayerSettings settings, NamWeights weights)
    {
        int channels = array.Size("channels"), condition = array.Size("condition_size");
        (_settings, _bottleneck) = (settings, array.Size("bottleneck", channels));
        int computed = settings.Gating == Gating.None ? _bottleneck : 2 * _bottleneck;
        NamNode? outNode = array.Find("layer1x1"), headNode = array.Find("head1x1");
        bool hasOut = outNode?.Flag("active") ?? true, hasHead = headNode?.Flag("active") ?? false;
        if (!hasOut && _bottleneck != channels)
            throw new NamException($"{array.Path}.layer1x1 is not active, so that bottleneck ({_bottleneck}) must be channels ({channels}). Export the model again.");

        _convolution = NamConvolution.Read(weights, array.Path, channels, computed, settings.Kernel, settings.Dilation, array.Size("groups_input", 1), bias: true);
        _mixin = NamConvolution.Read(weights, array.Path, condition, computed, 1, 1, array.Size("groups_input_mixin", 1), bias: false);
        if (hasOut)
            _out = NamConvolution.Read(weights, array.Path, _bottleneck, channels, 1, 1, outNode?.Size("groups", 1) ?? 1, bias: true);
        if (hasHead)
            _head = NamConvolution.Read(weights, array.Path, _bottleneck, headNode!.Value.Size("out_channels"), 1, 1, headNode.Value.Size("groups", 1), bias: true);
        _beforeConvolution = Read("conv_pre_film", channels);
        _behindConvolution = Read("conv_post_film", computed);
        _beforeMixin = Read("input_mixin_pre_film", condition);
        _behindMixin = Read("input_mixin_post_film", computed);
        _beforeActivation = Read("activation_pre_film", computed);
        _behindActivation = Read("activation_post_film", _bottleneck);
        _behindOut = Read("layer1x1_post_film", channels);
        _behindHead = _head is null ? null : Read("head1x1_post_film", _head.Outputs);

        Film? Read(string name, int features) => Film.Read(array, name, weights, condition, features);
    }

    /// <summary>How many frames before the current one it reads.</summary>
    public long FramesBefore => _convolution.FramesBefore;

    /// <summary>Adds it.</summary>
    /// <param name="layers">Where to.</param>
    /// <param name="suffix">What its names end with.</param>
    /// <param name="x">What it reads.</param>
    /// <param name="condition">The condition.</param>
    /// <param name="isLast">Whether nothing reads what it passes on.</param>
    /// <returns>What it passes on, and its part of the head's sum.</returns>
    public (string X, string Head) AddTo(NamLayers layers, string suffix, string x, string condition, bool isLast)
    {
        string convolved = layers.Convolve("Conv" + suffix, With(_beforeConvolution, "ConvPreFilm", x), _convolution);
        convolved = With(_behindConvolution, "ConvPostFilm", convolved);
        string mixin = layers.Convolve("Mixin" + suffix, With(_beforeMixin, "MixinPreFilm", condition), _mixin);
        mixin = With(_behindMixin, "MixinPostFilm", mixin);
        string z = With(_beforeActivation, "ActivationPreFilm", layers.Add("Sum" + suffix, "Add", [mixin, convolved]));
        string activated = With(_behindActivation, "ActivationPostFilm", Activate(layers, suffix, z));

        string head = _head is null ? activated : With(_behindHead, "HeadFilm", layers.Convolve("HeadOut" + suffix, activated, _head));
        if (_out is null)
            return (x, head);
        string passed = layers.Convolve("Out" + suffix, activated, _out, isLast);
        if (isLast)
            return (x, head);

        // The reference modulates what is passed on of blended layers alone, though all have the weights for it.
        if (_settings.Gating == Gating.Blended)
            passed = With(_behindOut, "OutFilm", passed);
        return (layers.Add("X" + suffix, "Add", [passed, x]), head);

        string With(Film? film, string name, string value) => film is null ? value : film.AddTo(layers, name + suffix, value, condition);
    }

    private string Activate(NamLayers layers, string suffix, string z)
    {
        if (_settings.Gating == Gating.None)
            return _settings.Activation.AddTo(layers, "Activation" + suffix, z);
        string first = layers.Slice("First" + suffix, z, 0, _bottleneck), activated = _settings.Activation.AddTo(layers, "Activation" + suffix, first);
        string gate = _settings.Gate.AddTo(layers, "Gate" + suffix, layers.Slice("Second" + suffix, z, _bottleneck, _bottleneck));
        if (_settings.Gating == Gating.Gated)
            return layers.Add("Gated" + suffix, "Multiply", [gate, activated]);
        string change = layers.Add("Change" + suffix, "Subtract", [activated, first]);
        return layers.Add("Blended" + suffix, "Add", [layers.Add("Part" + suffix, "Multiply", [change, gate]), first]);
    }
}
