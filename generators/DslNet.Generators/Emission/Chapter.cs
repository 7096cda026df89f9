namespace DslNet.Generators.Emission;

/// <summary>What a program is divided into.</summary>
internal enum Chapter
{
    /// <summary>Before the first call.</summary>
    None,

    /// <summary>The layers' outputs.</summary>
    Forward,

    /// <summary>The loss.</summary>
    Loss,

    /// <summary>The gradients.</summary>
    Backward,
}
