using System.Collections.Immutable;
using System.ComponentModel;

namespace DslNet;

/// <summary>What was declared: ports, layers with their parameters, the loss. The same object for all instances of a network's class.</summary>
/// <param name="Name">The class's name.</param>
/// <param name="Inputs">The input ports, one for each <see cref="InputAttribute"/>.</param>
/// <param name="Outputs">The output ports; the first is what <see cref="INetwork.Predict"/> writes.</param>
/// <param name="Layers">The layers in the order of the declaration.</param>
/// <param name="Loss">The loss that training minimises, the first of several; null if the network predicts only.</param>
/// <param name="ParameterLength">The length of <see cref="INetwork.Parameters"/>: the parameters and the zeros between them.</param>
public sealed record NetworkDescription(
    string Name,
    ImmutableArray<PortDescription> Inputs,
    ImmutableArray<PortDescription> Outputs,
    ImmutableArray<LayerDescription> Layers,
    LossDescription? Loss,
    int ParameterLength)
{
    private readonly LayersOnDemand? _onDemand;

    /// <summary>Creates a description whose layers are made when somebody first asks for them: for generated code only.</summary>
    /// <param name="name">The class's name.</param>
    /// <param name="inputs">The input ports.</param>
    /// <param name="outputs">The output ports.</param>
    /// <param name="parameters">The parameters of all layers, in the order in which they are stored.</param>
    /// <param name="layers">Makes the layers, given the parameters.</param>
    /// <param name="loss">The loss; null if the network predicts only.</param>
    /// <param name="parameterLength">The parameters and the zeros between them.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public NetworkDescription(
        string name,
        ImmutableArray<PortDescription> inputs,
        ImmutableArray<PortDescription> outputs,
        ImmutableArray<ParameterDescription> parameters,
        Func<ImmutableArray<ParameterDescription>, ImmutableArray<LayerDescription>> layers,
        LossDescription? loss,
        int parameterLength)
        : this(name, inputs, outputs, [], loss, parameterLength) => (Parameters, _onDemand) = (parameters, new(parameters, layers));

    /// <summary>The layers in the order of the declaration.</summary>
    public ImmutableArray<LayerDescription> Layers
    {
        get => _onDemand is null ? field : _onDemand.All;
        init => (field, _onDemand, Parameters) = (value, null, ParametersOf(value));
    } = Layers;

    /// <summary>The parameters of all layers, in the order in which they are stored in <see cref="INetwork.Parameters"/>.</summary>
    public ImmutableArray<ParameterDescription> Parameters { get; private init; } = Layers.IsEmpty ? [] : ParametersOf(Layers);

    /// <summary>The losses, whose sum training minimises, each times its weight; the first of them is <see cref="Loss"/>.</summary>
    public ImmutableArray<LossDescription> Losses { get; init; } = Loss is null ? [] : [Loss];

    /// <summary>Whether inputs and outputs have names, by which methods take them: there may be several of them.</summary>
    public bool HasNamedPorts { get; init; }

    /// <summary>What a network of sequences is over time; null where samples are none. Shapes are those of a frame, and the network is an <see cref="ISequenceNetwork"/>.</summary>
    public SequenceDescription? Sequence { get; init; }

    /// <summary>Whether samples are sequences of frames.</summary>
    internal bool IsSequence => Sequence is not null;

    /// <summary>How many values one sample of the first input has.</summary>
    public int InputLength => Inputs[0].Shape.Length;

    /// <summary>How many values one sample of the first output has.</summary>
    public int OutputLength => Outputs[0].Shape.Length;

    /// <summary>How many parameters are learned: weights and biases, without the zeros between them.</summary>
    public int ParameterCount => Parameters.Sum(parameter => parameter.Shape.Length);

    /// <summary>Multiply-adds of one prediction.</summary>
    public long MultiplyAdds => Layers.Sum(layer => layer.MultiplyAdds);

    /// <summary>One line: the class, what goes in and comes out, and how much is learned. <see cref="NetworkTable"/> writes a table.</summary>
    public override string ToString() => FormattableString.Invariant(
        $"{Name}: {string.Join(" + ", Inputs)} to {string.Join(" + ", Outputs)}, {Counted.Text(Layers.Length, "layer")}, {Counted.Text(ParameterCount, "parameter")}, {LossText}");

    /// <summary>What is said of the loss beside a network's name.</summary>
    internal string LossText => Losses.Length == 0 ? "no loss" : $"loss: {string.Join(" + ", Losses.Select(loss => loss.Of is null ? loss.Name : $"{loss.Name} of {loss.Of}"))}";

    /// <summary>What layers keep beside their parameters, in the order in which it is stored in <see cref="INetwork.States"/>.</summary>
    public ImmutableArray<StateDescription> States { get; init; } = [];

    // A loop without LINQ, whose assembly every program that starts would load for this alone. Layers that share their weights have the same ones.
    private static ImmutableArray<ParameterDescription> ParametersOf(ImmutableArray<LayerDescription> layers)
    {
        ImmutableArray<ParameterDescription>.Builder parameters = ImmutableArray.CreateBuilder<ParameterDescription>();
        HashSet<string> names = [];
        foreach (LayerDescription layer in layers)
        {
            foreach (ParameterDescription parameter in layer.Parameters)
            {
                if (names.Add(parameter.Name))
                    parameters.Add(parameter);
            }
        }

        return parameters.ToImmutable();
    }
}
