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
    public static IReadOnlyList<NetworkModel> All { get; } = [.. PlainModels.All, ResidualModels.Images, SeparableModels.Spectrograms, ResidualModels.Signals, AutoencoderModels.Images];

    /// <summary>How many numbers one sample has.</summary>
    public int InputLength => Input.Aggregate(1, (product, axis) => product * axis);

    /// <summary>The shape of one output.</summary>
    public int[] Output { get; init; } = [Layers[^1].Outputs];

    /// <summary>How many numbers one output has.</summary>
    public int OutputLength => Output.Aggregate(1, (product, axis) => product * axis);

    /// <summary>The network of a workload.</summary>
    public static NetworkModel Of(string workload) => All.Single(model => model.Name == workload);

    /// <summary>The index of the layer whose output a layer reads; −1 is the input.</summary>
    public int SourceOf(int layer) => Layers[layer].From is { } name ? IndexOf(name) : layer - 1;

    /// <summary>The index of the layer of a name.</summary>
    public int IndexOf(string name) => Array.FindIndex(Layers, layer => layer.Name == name) is >= 0 and var index
        ? index
        : throw new ArgumentException($"{Name} has no layer named {name}.", nameof(name));
}
