namespace DslNet.Audio.Tests.Networks;

/// <summary>A network that no file is for.</summary>
[Network]
[Sequence(2), Dense(1)]
internal sealed partial class Stereo;
