using DslNet;

namespace Lecture;

/// <summary>A line: y = ax + b, to be fitted by the mean of squared errors.</summary>
[Network]
[Input(1), Dense(1)]
[MeanSquaredError]
internal sealed partial class LineNet;
