using DslNet;

namespace Lecture;

/// <summary>One input, 32 hidden neurons, one output.</summary>
[Network]
[Input(1), Dense(32), ReLU, Dense(1)]
[MeanSquaredError]
internal sealed partial class Hidden32Net;
