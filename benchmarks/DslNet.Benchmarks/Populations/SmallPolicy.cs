namespace DslNet.Benchmarks.Populations;

[Network, Population]
[Input(4), Dense(16), Tanh, Dense(2)]
internal sealed partial class SmallPolicy;
