namespace DslNet.Generators.Operations;

/// <summary>
/// The loops of a program, from the outside in. An operation is done in the turns of one of them (<see cref="When"/>), and a buffer has a copy for
/// each turn of one (<see cref="Buffer.Per"/>). The planner knows all of them. Layers use neither <see cref="Network"/> nor <see cref="Time"/> yet,
/// and the library runs neither.
/// </summary>
internal enum Level
{
    /// <summary>
    /// The life of a network. As it is entered, weights are transformed or quantised for many calls, and again where the parameters have changed.
    /// </summary>
    Network,

    /// <summary>
    /// A call of the user's, with all its samples. What is done inside it, and not as it is entered, waits for the groups before: the loops over
    /// groups on both sides of it are the phases of a call, such as statistics, forward and backward. Prediction and training are programs, which
    /// may have phases of their own each.
    /// </summary>
    Call,

    /// <summary>A group of samples: one thread works on it, and its gradients are summed apart.</summary>
    Group,

    /// <summary>A block of samples, whose saved values stay in L2.</summary>
    Block,

    /// <summary>A frame of the sequences of a block, the same one of each.</summary>
    Time,

    /// <summary>A sample, or of a sequence one frame.</summary>
    Sample,
}
