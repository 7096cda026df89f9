using DslNet;

namespace Amplifiers;

/// <summary>The full size of the architecture A2 of Neural Amp Modeler: 23 layers, of which seven dilations come three times.</summary>
[Network]
[Sequence(1)]
[Dense(8, Bias = false, Name = "Rechannel")]
[Subtract("Rechannel", Name = "Silence")]
[Concat("Silence", "Input", From = "Rechannel")]
[Repeat<A2Stack8>(2, Name = "Stack"), Use<A2Pair8>(Name = "Middle"), Use<A2Stack8>(Name = "Last")]
[Slice(8, 8), CausalConv1D(1, 16, Name = "Head")]
internal sealed partial class A2Full;
