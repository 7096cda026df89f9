using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>
/// One group of the samples of a call with phases, and the memory in which phases leave something for each other: for generated code only.
/// </summary>
/// <param name="memory">The memory of the call.</param>
/// <param name="index">The group's number, in ascending order of its samples.</param>
/// <param name="groups">How many groups there are.</param>
/// <param name="first">Its first sample.</param>
/// <param name="end">That behind its last one.</param>
/// <param name="samples">The samples of the call.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct CallGroup(ref float memory, int index, int groups, int first, int end, int samples)
{
    private readonly ref float _memory = ref memory;

    /// <summary>Where the memory of the call begins.</summary>
    public ref float Memory => ref _memory;

    /// <summary>The group's number, in ascending order of its samples.</summary>
    public int Index { get; } = index;

    /// <summary>How many groups there are.</summary>
    public int Groups { get; } = groups;

    /// <summary>Its first sample.</summary>
    public int First { get; } = first;

    /// <summary>That behind its last one.</summary>
    public int End { get; } = end;

    /// <summary>The samples of the call.</summary>
    public int Samples { get; } = samples;
}
