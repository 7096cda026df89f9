namespace DslNet.Benchmarks.Models;

/// <summary>A network as every peer has to build it, and its loss.</summary>
/// <param name="Name">The workload's name.</param>
/// <param name="Input">The shape of one sample.</param>
/// <param name="Layers">The layers, one after another.</param>
/// <param name="Classifies">Softmax cross-entropy with labels if true, else the mean squared error.</param>
internal sealed record NetworkModel(string Name, int[] Input, LayerModel[] Layers, bool Classifies)
{
    /// <summary>The network whose samples are matrices and their exponentials.</summary>
    public const string MatrixExponential = "matexp";

    /// <summary>All networks.</summary>
    public static IReadOnlyList<NetworkModel> All { get; } = [.. PlainModels.All, ResidualModels.Images, SeparableModels.Spectrograms, ResidualModels.Signals, AutoencoderModels.Images, BoardModels.Game];

    /// <summary>How many numbers one sample has.</summary>
    public int InputLength => Input.Aggregate(1, (product, axis) => product * axis);

    /// <summary>The shape of one output.</summary>
    public int[] Output { get; init; } = [Layers[^1].Outputs];

    /// <summary>How many numbers one output has.</summary>
    public int OutputLength => Output.Aggregate(1, (product, axis) => product * axis);

    /// <summary>Inputs beside the first, which layers read by their names.</summary>
    public InputModel[] OtherInputs { get; init; } = [];

    /// <summary>What is computed: what the last layer makes, unless said otherwise.</summary>
    public HeadModel[] Heads
    {
        get => field ?? [new(null, Output, Classifies)];
        init;
    }

    /// <summary>The shapes of all inputs.</summary>
    public IEnumerable<int[]> Inputs => OtherInputs.Select(input => input.Shape).Prepend(Input);

    /// <summary>The network of a workload.</summary>
    public static NetworkModel Of(string workload) => All.Single(model => model.Name == workload);

    /// <summary>The index of the layer whose output a layer reads; −1 is the first input, −2 the next.</summary>
    public int SourceOf(int layer) => Layers[layer].From is not { } name ? layer - 1
        : Array.FindIndex(OtherInputs, input => input.Name == name) is >= 0 and var other ? -2 - other
        : IndexOf(name);

    /// <summary>The index of the layer that makes an output.</summary>
    public int ValueOf(HeadModel head) => head.Layer is { } name ? IndexOf(name) : Layers.Length - 1;

    /// <summary>The index of the layer of a name.</summary>
    public int IndexOf(string name) => Array.FindIndex(Layers, layer => layer.Name == name) is >= 0 and var index
        ? index
        : throw new ArgumentException($"{Name} has no layer named {name}.", nameof(name));
}
