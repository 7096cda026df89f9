namespace DslNet.Benchmarks.Populations;

[Network, Population]
[Input(12), Dense(64), Tanh, Dense(64), Tanh, Dense(1)]
internal sealed partial class Controller;
