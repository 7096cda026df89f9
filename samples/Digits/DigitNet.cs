using DslNet;

namespace HandwrittenDigits;

/// <summary>A small convolutional classifier for 8×8 digits.</summary>
[Network]
[Input(1, 8, 8)]
[Conv2D(16, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Conv2D(32, 3, Padding = 1), ReLU, MaxPool2D(2)]
[Flatten, Dense(64), ReLU, Dense(10)]
[SoftmaxCrossEntropy]
internal sealed partial class DigitNet;
