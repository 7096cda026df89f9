namespace DslNet.SameBits;

/// <summary>The smallest network there is.</summary>
[Network]
[Input(1)]
[Dense(1)]
[MeanAbsoluteError]
internal sealed partial class LineNet;
