namespace DslNet.Audio.Architectures;

/// <summary>What half of a layer's channels does to the other half.</summary>
internal enum Gating
{
    /// <summary>There is one half alone.</summary>
    None,

    /// <summary>It is multiplied.</summary>
    Gated,

    /// <summary>It is how much of the activation is mixed with what the activation reads.</summary>
    Blended,
}
