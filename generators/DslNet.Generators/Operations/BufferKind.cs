namespace DslNet.Generators.Operations;

/// <summary>Whose memory a buffer is.</summary>
internal enum BufferKind
{
    /// <summary>The caller's, of a port.</summary>
    Port,

    /// <summary>The caller's, for the gradient with respect to a port.</summary>
    PortGradient,

    /// <summary>The network's, of the parameters.</summary>
    Parameter,

    /// <summary>The sums over the samples of one group.</summary>
    ParameterGradient,

    /// <summary>
    /// What the network keeps beside its parameters from call to call, and saves with them: running statistics. It has no gradient. Like a parameter
    /// it has one offset for all programs.
    /// </summary>
    State,

    /// <summary>Scratch memory, placed by the planner.</summary>
    Scratch,
}
