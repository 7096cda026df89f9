using DslNet;

namespace Weights;

[Network]
[Input(2)]
[Dense(1)]
public sealed partial class Embedded;

[Network]
[Input(2)]
[Dense(1)]
public sealed partial class Copied;

[Network]
[Input(2)]
[Dense(1, Name = "Only")]
public sealed partial class Renamed;
