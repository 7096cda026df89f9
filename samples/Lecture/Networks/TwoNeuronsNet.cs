using DslNet;

namespace Lecture;

/// <summary>Two neurons, added.</summary>
[Network]
[Input(1), Dense(2), ReLU, Dense(1, Bias = false)]
internal sealed partial class TwoNeuronsNet;
