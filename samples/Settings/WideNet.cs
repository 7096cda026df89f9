using DslNet;

namespace DigitSettings;

[Network]
[Input(1, 8, 8), Flatten, Dense(128), ReLU, Dropout(0.3), Dense(10)]
[SoftmaxCrossEntropy]
internal sealed partial class WideNet;
