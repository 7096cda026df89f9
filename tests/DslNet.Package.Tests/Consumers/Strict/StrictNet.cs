using DslNet;

namespace Strict;

/// <summary>Uses most of the language.</summary>
[Network]
[Input(1, 8, 8)]
[Conv2D(4, 3, Padding = Padding.Same, Name = "Stem"), GELU, AvgPool2D(2)]
[Conv2D(4, 3, Padding = 1), SiLU, Add("AvgPool1"), Concat("AvgPool1")]
[Flatten, Dense(8), Dropout(0.25), ELU, Dense(3)]
[Output(3)]
[SoftmaxCrossEntropy]
internal sealed partial class StrictNet;
