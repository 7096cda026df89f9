using DslNet;

namespace FourInARow;

/// <summary>
/// Two towers: one sees the board as an image, the other ten counts, and what both found is joined. From there two outputs lead: which move is best, and
/// how the game ends. Training minimises the sum of their losses.
/// </summary>
[Network]
[Input(2, 4, 5, Name = "board"), Conv2D(32, 3, Padding = 1), ReLU, Conv2D(32, 3, Padding = 1), ReLU, Flatten, Dense(96), ReLU(Name = "Seen")]
[Input(10, Name = "counts"), Dense(32), ReLU, Concat("Seen"), Dense(128), ReLU(Name = "Both")]
[Dense(5), Output("move"), SoftmaxCrossEntropy(Of = "move")]
[Dense(32, From = "Both"), ReLU, Dense(1), Tanh, Output("result"), MeanSquaredError(Of = "result", Weight = 0.5f)]
internal sealed partial class GameNet;
