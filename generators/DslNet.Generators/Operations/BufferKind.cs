namespace DslNet.Generators.Operations;

/// <summary>Whose memory a buffer is.</summary>
internal enum BufferKind
{
    /// <summary>The caller's input samples.</summary>
    Inputs,

    /// <summary>The caller's targets: one value per output.</summary>
    Targets,

    /// <summary>The caller's labels: one integer per sample.</summary>
    Labels,

    /// <summary>Where the caller wants the outputs.</summary>
    Outputs,

    /// <summary>Where the caller wants the gradient of the inputs.</summary>
    InputGradients,

    /// <summary>The parameters.</summary>
    Parameters,

    /// <summary>The sums over the samples of one group.</summary>
    Gradients,

    /// <summary>
    /// What the network keeps beside its parameters from call to call, and saves with them: running statistics. It has no gradient. Like a parameter
    /// it has one offset for all programs. No layer has states yet.
    /// </summary>
    States,

    /// <summary>Scratch memory, placed by the planner.</summary>
    Scratch,
}
