using DslNet.Audio.Writing;

namespace DslNet.Audio;

/// <summary>A network of a .nam file.</summary>
public sealed class NamModel
{
    // As the reference feeds silence: whole blocks, until as much has passed as the model wants.
    private const int BlockFrames = 64;

    internal NamModel(NamNode model, double? size)
    {
        Version = model.Text("version");
        Architecture = model.Text("architecture");
        SampleRate = ModelReader.SampleRateOf(model);
        Size = size ?? 1;
        Inputs = model.Object("config").Size("in_channels", 1);
        NamLayers layers = new(Inputs);
        (string output, long silent) = ModelReader.Read(model, layers, "", NamLayers.Input);
        if (silent > int.MaxValue)
            throw new NamException($"The model begins behind {silent:N0} frames of silence, which are more than a stream has.");
        (Layers, Outputs, SilentFrames) = (layers.All, layers.FeaturesOf(output), (int)silent);
    }

    /// <summary>The version of the format that the file says.</summary>
    public string Version { get; }

    /// <summary>WaveNet, LSTM, ConvNet or Linear.</summary>
    public string Architecture { get; }

    /// <summary>Samples per second; 0 where the file does not say.</summary>
    public double SampleRate { get; }

    /// <summary>Of a model in a container, up to which size it is meant, 1 being all; else 1.</summary>
    public double Size { get; }

    /// <summary>Values of a frame that goes in: channels of sound.</summary>
    public int Inputs { get; }

    /// <summary>Values of a frame that comes out.</summary>
    public int Outputs { get; }

    /// <summary>
    /// How many frames of silence a stream begins behind, by the file's own rule: until every history of a convolution is settled, and of recurrent layers half a second.
    /// </summary>
    public int SilentFrames { get; }

    /// <summary>Weights that the network has.</summary>
    public int ParameterCount => Layers.Where(layer => !layer.IsUnread).SelectMany(layer => layer.Tensors).Sum(tensor => tensor.Values.Length);

    internal IReadOnlyList<NamLayer> Layers { get; }

    /// <summary>The network as a class and its weights.</summary>
    /// <param name="className">The name of the class.</param>
    /// <param name="inNamespace">Its namespace; none if it is null.</param>
    /// <exception cref="ArgumentException">A name is none of C#.</exception>
    public NamImport Import(string className, string? inNamespace = null) => new(this, className, inNamespace);

    /// <summary>
    /// Fills the parameters of a network that was declared for models like this one: its tensors in the order of declaration must have the shapes of the file's. A last 1×1
    /// convolution that nothing reads may be declared, or not.
    /// </summary>
    /// <param name="network">The network.</param>
    /// <exception cref="NamException">The network has other shapes: the message names the first tensor that does not fit.</exception>
    public void LoadInto(INetwork network)
    {
        ArgumentNullException.ThrowIfNull(network);
        NetworkDescription description = network.Description;
        if (description.InputLength != Inputs || description.OutputLength != Outputs)
            throw new NamException($"{description.Name} has frames of {description.InputLength} and {description.OutputLength} values, but the model has {Inputs} and {Outputs}. Declare it with those.");
        List<(ParameterDescription Parameter, float[] Values)> fitting = [];
        int at = 0;
        foreach (NamLayer layer in Layers)
        {
            if (layer.IsUnread && !(at < description.Parameters.Length && layer.Tensors[0].Fits(description.Parameters[at].Shape.Axes)))
                continue;
            foreach (NamTensor tensor in layer.Tensors)
            {
                if (at >= description.Parameters.Length)
                    throw new NamException($"{description.Name} ends before {layer.Name}.{tensor.Role} [{string.Join(", ", tensor.Shape)}]. Declare the layers that the file has, in its order.");
                ParameterDescription parameter = description.Parameters[at++];
                if (!tensor.Fits(parameter.Shape.Axes))
                {
                    throw new NamException(
                        $"{parameter.Name} {parameter.Shape} of {description.Name} stands where the file has {layer.Name}.{tensor.Role} [{string.Join(", ", tensor.Shape)}]. Declare the layers that the file has, in its order.");
                }

                fitting.Add((parameter, tensor.Values));
            }
        }

        if (at < description.Parameters.Length)
            throw new NamException($"The file ends before {description.Parameters[at].Name} of {description.Name}. Declare the layers that the file has, in its order.");
        foreach ((ParameterDescription parameter, float[] values) in fitting)
            new ParameterTensor(network, parameter).CopyFrom(values);
    }

    /// <summary>Brings a stream to its beginning: resets the state and feeds <see cref="SilentFrames"/> of silence, in whole blocks of 64 frames.</summary>
    /// <typeparam name="TState">The class of the network's states.</typeparam>
    /// <param name="process">The network's <c>Process</c>.</param>
    /// <param name="state">The stream's state.</param>
    public void Settle<TState>(FrameProcessor<TState> process, TState state) where TState : SequenceState
    {
        ArgumentNullException.ThrowIfNull(process);
        ArgumentNullException.ThrowIfNull(state);
        state.Reset();
        float[] silence = new float[BlockFrames * Inputs], outputs = new float[BlockFrames * Outputs];
        for (long frame = 0; frame < SilentFrames; frame += BlockFrames)
            process(state, silence, outputs);
    }
}
