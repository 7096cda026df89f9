namespace DslNet.Search;

/// <summary>What became of a trial.</summary>
public enum TrialState
{
    /// <summary>It runs, or ran when its process ended: then it is run again by whoever asks next.</summary>
    Running,

    /// <summary>It has a loss.</summary>
    Finished,

    /// <summary>It was stopped early, since others were better at the same step. It has the loss of that step.</summary>
    Stopped,

    /// <summary>It threw, or its program failed. It has a message, and is not run again.</summary>
    Failed,
}
