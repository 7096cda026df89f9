using static DslNet.Benchmarks.Models.ModelLayers;

namespace DslNet.Benchmarks.Models;

/// <summary>Networks whose layers are in a row.</summary>
internal static class PlainModels
{
    public static NetworkModel[] All { get; } =
    [
        new("lenet", [1, 28, 28],
            [
                Conv2D(1, 6, 5), ReLU, MaxPool2D(2), Conv2D(2, 16, 5), ReLU, MaxPool2D(2),
                Flatten, Dense(1, 120), ReLU, Dense(2, 84), ReLU, Dense(3, 10),
            ],
            Classifies: true),
        new("tiny", [1], [Dense(1, 32), Tanh, Dense(2, 32), Tanh, Dense(3, 1)], Classifies: false),
        new("policy", [4], [Dense(1, 32), Tanh, Dense(2, 32), Tanh, Dense(3, 2)], Classifies: false),
        new("mlp256", [64], [Dense(1, 256), ReLU, Dense(2, 256), ReLU, Dense(3, 10)], Classifies: true),
        new("mlpmnist", [784], [Dense(1, 128), ReLU, Dense(2, 64), ReLU, Dense(3, 10)], Classifies: true),
        new("mlp512", [784], [Dense(1, 512), ReLU, Dense(2, 512), ReLU, Dense(3, 10)], Classifies: true),
        new(NetworkModel.MatrixExponential, [4], [Dense(1, 32), Tanh, Dense(2, 16), Tanh, Dense(3, 4)], Classifies: false),
    ];
}
