namespace DslNet.Generators.Operations;

/// <summary>Whose memory a buffer is.</summary>
internal enum BufferKind
{
    /// <summary>The caller's input samples.</summary>
    Inputs,

    /// <summary>The caller's targets: one number an output.</summary>
    Targets,

    /// <summary>The caller's labels: one integer a sample.</summary>
    Labels,

    /// <summary>Where the caller wants the outputs.</summary>
    Outputs,

    /// <summary>Where the caller wants the gradient of the inputs.</summary>
    InputGradients,

    /// <summary>The parameters.</summary>
    Parameters,

    /// <summary>The sums over the samples of one group.</summary>
    Gradients,

    /// <summary>Scratch memory, placed by the planner.</summary>
    Scratch,
}
