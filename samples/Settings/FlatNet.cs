using DslNet;

namespace DigitSettings;

[Network]
[Input(1, 8, 8), Flatten, Dense(32), ReLU, Dense(10)]
[SoftmaxCrossEntropy]
internal sealed partial class FlatNet;
