namespace DslNet.Web.Tests;

[Network]
[Input(20)]
[Dense(33), Tanh, Dense(5)]
internal sealed partial class WideNet;
