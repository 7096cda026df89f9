namespace DslNet.Generators.Operations;

/// <summary>
/// The loops of a program, from the outside in. An operation is done in the turns of one of them (<see cref="When"/>), and a buffer has a copy for
/// each turn of one (<see cref="Buffer.Per"/>). The planner knows all of them. No layer uses <see cref="Network"/> yet, and the library does not
/// run it.
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

    /// <summary>A sequence, where samples are the frames of sequences. Other programs do not have the loop.</summary>
    Sequence,

    /// <summary>A block of samples, whose saved values stay in L2. Those of a sequence are done from the first to the last, and for gradients back.</summary>
    Block,

    /// <summary>A sample: of a sequence one frame.</summary>
    Sample,
}
