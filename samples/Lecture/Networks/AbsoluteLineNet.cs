using DslNet;

namespace Lecture;

/// <summary>The same line as <see cref="LineNet"/>, measured by the mean of absolute errors.</summary>
[Network]
[Input(1), Dense(1)]
[MeanAbsoluteError]
internal sealed partial class AbsoluteLineNet;
