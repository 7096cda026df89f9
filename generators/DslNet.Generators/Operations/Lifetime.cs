namespace DslNet.Generators.Operations;

/// <summary>How long a scratch buffer's content is needed, and so how many copies of it there are.</summary>
internal enum Lifetime
{
    /// <summary>Within one operation: one copy.</summary>
    Operation,

    /// <summary>Within the work on one sample: one copy.</summary>
    Sample,

    /// <summary>Within the work on one block of samples: a copy for each of them.</summary>
    Block,

    /// <summary>During a whole call: one copy.</summary>
    Step,
}
