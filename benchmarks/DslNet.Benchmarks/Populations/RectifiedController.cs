namespace DslNet.Benchmarks.Populations;

[Network, Population]
[Input(12), Dense(64), ReLU, Dense(64), ReLU, Dense(1)]
internal sealed partial class RectifiedController;
