using DslNet;

namespace Lecture;

/// <summary>One neuron: max(0, wx + b).</summary>
[Network]
[Input(1), Dense(1), ReLU]
internal sealed partial class NeuronNet;
