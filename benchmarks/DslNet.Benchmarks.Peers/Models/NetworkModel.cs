namespace DslNet.Benchmarks.Models;

/// <summary>A network as every peer has to build it, and its loss.</summary>
/// <param name="Name">The workload's name.</param>
/// <param name="Input">The shape of one sample.</param>
/// <param name="Layers">The layers, one after another.</param>
/// <param name="Classifies">Softmax cross-entropy with labels if true, else the mean squared error.</param>
internal sealed record NetworkModel(string Name, int[] Input, LayerModel[] Layers, bool Classifies)
{
    /// <summary>All networks.</summary>
    public static IReadOnlyList<NetworkModel> All { get; } =
    [
        new("lenet", [1, 28, 28],
            [
                Conv2D(1, 6, 5), ReLU, MaxPool2D(2), Conv2D(2, 16, 5), ReLU, MaxPool2D(2),
                new(LayerKind.Flatten), Dense(1, 120), ReLU, Dense(2, 84), ReLU, Dense(3, 10),
            ],
            Classifies: true),
        new("tiny", [1], [Dense(1, 32), Tanh, Dense(2, 32), Tanh, Dense(3, 1)], Classifies: false),
        new("policy", [4], [Dense(1, 32), Tanh, Dense(2, 32), Tanh, Dense(3, 2)], Classifies: false),
        new("mlp256", [64], [Dense(1, 256), ReLU, Dense(2, 256), ReLU, Dense(3, 10)], Classifies: true),
        new("mlpmnist", [784], [Dense(1, 128), ReLU, Dense(2, 64), ReLU, Dense(3, 10)], Classifies: true),
        new("mlp512", [784], [Dense(1, 512), ReLU, Dense(2, 512), ReLU, Dense(3, 10)], Classifies: true),
        new(MatrixExponential, [4], [Dense(1, 32), Tanh, Dense(2, 16), Tanh, Dense(3, 4)], Classifies: false),
    ];

    /// <summary>The network whose samples are matrices and their exponentials.</summary>
    public const string MatrixExponential = "matexp";

    /// <summary>How many numbers one sample has.</summary>
    public int InputLength => Input.Aggregate(1, (product, axis) => product * axis);

    /// <summary>How many numbers one output has.</summary>
    public int OutputLength => Layers[^1].Outputs;

    private static LayerModel ReLU => new(LayerKind.ReLU);

    private static LayerModel Tanh => new(LayerKind.Tanh);

    /// <summary>The network of a workload.</summary>
    public static NetworkModel Of(string workload) => All.Single(model => model.Name == workload);

    private static LayerModel Conv2D(int number, int filters, int kernel) => new(LayerKind.Conv2D, filters, kernel, $"conv{number}");

    private static LayerModel MaxPool2D(int size) => new(LayerKind.MaxPool2D, Size: size);

    private static LayerModel Dense(int number, int outputs) => new(LayerKind.Dense, outputs, Name: $"dense{number}");
}
