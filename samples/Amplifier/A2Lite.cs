using DslNet;

namespace Amplifiers;

/// <summary>The small size of the architecture A2 of Neural Amp Modeler: 23 layers, of which seven dilations come three times.</summary>
[Network]
[Sequence(1)]
[Dense(3, Bias = false, Name = "Rechannel")]
[Subtract("Rechannel", Name = "Silence")]
[Concat("Silence", "Input", From = "Rechannel")]
[Repeat<A2Stack3>(2, Name = "Stack"), Use<A2Pair3>(Name = "Middle"), Use<A2Stack3>(Name = "Last")]
[Slice(3, 3), CausalConv1D(1, 16, Name = "Head")]
internal sealed partial class A2Lite;
