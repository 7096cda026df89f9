using DslNet;

namespace Lecture;

/// <summary>One neuron with three inputs: max(0, w1·x1 + w2·x2 + w3·x3 + b).</summary>
[Network]
[Input(3), Dense(1), ReLU]
internal sealed partial class ThreeInputsNet;
