namespace DslNet.Generators.Model;

/// <summary>What a port is for.</summary>
internal enum PortRole
{
    /// <summary>The caller's samples.</summary>
    Input,

    /// <summary>Where the caller wants predictions.</summary>
    Output,

    /// <summary>What a loss compares predictions with: one value for each.</summary>
    Target,

    /// <summary>What a loss compares predictions with: the class of each sample.</summary>
    Label,

    /// <summary>How much each sample counts in the losses of an output.</summary>
    Weight,
}
