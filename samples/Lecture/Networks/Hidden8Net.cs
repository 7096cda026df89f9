using DslNet;

namespace Lecture;

/// <summary>One input, 8 hidden neurons, one output.</summary>
[Network]
[Input(1), Dense(8), ReLU, Dense(1)]
[MeanSquaredError]
internal sealed partial class Hidden8Net;
