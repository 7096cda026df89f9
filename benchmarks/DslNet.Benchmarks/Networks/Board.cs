namespace DslNet.Benchmarks.Networks;

/// <summary>Two towers, over a board and over ten counts, and behind both the next move and the result of the game.</summary>
[Network]
[Input(2, 4, 5, Name = "board"), Conv2D(32, 3, Padding = 1), ReLU, Conv2D(32, 3, Padding = 1), ReLU, Flatten, Dense(96), ReLU(Name = "Seen")]
[Input(10, Name = "counts"), Dense(32), ReLU, Concat("Seen"), Dense(128), ReLU(Name = "Both")]
[Dense(5), Output("move"), SoftmaxCrossEntropy(Of = "move")]
[Dense(32, From = "Both"), ReLU, Dense(1), Tanh, Output("result"), MeanSquaredError(Of = "result", Weight = 0.5f)]
public sealed partial class Board;
