using DslNet;

namespace Lecture;

/// <summary>One input, 2 hidden neurons, one output.</summary>
[Network]
[Input(1), Dense(2), ReLU, Dense(1)]
[MeanSquaredError]
internal sealed partial class Hidden2Net;
