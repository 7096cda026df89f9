using DslNet;

namespace DigitSettings;

[Network]
[Input(1, 8, 8), Conv2D(16, 3, Padding = 1), ReLU, MaxPool2D(2), Flatten, Dense(32), ReLU, Dense(10)]
[SoftmaxCrossEntropy]
internal sealed partial class ImageNet;
