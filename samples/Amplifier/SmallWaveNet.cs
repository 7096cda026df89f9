using DslNet;

namespace Amplifiers;

/// <summary>Two arrays of layers: the second one reads what the first passes on, and its sum begins with what the first one's head makes of the other.</summary>
[Network]
[Sequence(1)]
[Dense(3, Bias = false, Name = "X0")]
[CausalConv1D(3, 3, Name = "Conv1")]
[Dense(3, Bias = false, From = "Input"), Add("Conv1"), Tanh(Name = "A1")]
[Dense(3), Add("X0", Name = "X1")]
[CausalConv1D(3, 3, Dilation = 2, Name = "Conv2")]
[Dense(3, Bias = false, From = "Input"), Add("Conv2"), Tanh(Name = "A2")]
[Dense(3), Add("X1", Name = "X2")]
[Add("A2", From = "A1"), Dense(2, Bias = false, Name = "Head1")]
[Dense(2, Bias = false, From = "X2", Name = "Y0")]
[CausalConv1D(2, 3, Dilation = 8, Name = "Conv3")]
[Dense(2, Bias = false, From = "Input"), Add("Conv3"), Tanh]
[Add("Head1"), Dense(1)]
internal sealed partial class SmallWaveNet;
