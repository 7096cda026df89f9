using DslNet;

namespace Lecture;

/// <summary>Convolution and pooling by turns: patterns, then patterns of patterns, then a decision.</summary>
[Network]
[Input(1, 12, 12)]
[Conv2D(6, 5, Padding = 2, Name = "Patterns"), ReLU, MaxPool2D(2)]
[Conv2D(12, 3, Padding = 1, Name = "PatternsOfPatterns"), ReLU, MaxPool2D(2)]
[Flatten, Dense(5, Name = "Decision")]
[SoftmaxCrossEntropy]
internal sealed partial class ShapesNet;
