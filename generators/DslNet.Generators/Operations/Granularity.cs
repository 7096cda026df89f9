namespace DslNet.Generators.Operations;

/// <summary>How much one call of a kernel does.</summary>
internal enum Granularity
{
    /// <summary>One sample. Consecutive operations of this kind run one after the other on a sample before the next one's turn comes.</summary>
    Sample,

    /// <summary>A block of samples, whose number is the kernel's last argument.</summary>
    Block,

    /// <summary>Work that does not depend on samples and is done once a call.</summary>
    Step,

    /// <summary>Done before the first sample of each group.</summary>
    GroupStart,

    /// <summary>Done after the last sample of each group.</summary>
    GroupEnd,
}
