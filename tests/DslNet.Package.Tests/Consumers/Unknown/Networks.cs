using DslNet;

namespace Unknown;

[Network]
[Input(4), Dense(0)] // DSLN0050
[Whatever(3)] // CS0246
public sealed partial class Something;

[Network]
[Input(1, 8, 8)]
[Dense(10)] // DSLN0100
public sealed partial class NoFlatten;
