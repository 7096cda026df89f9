using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>
/// Which of the outputs of some sequences count: there is memory for as many of each, and where sequences have lengths of their own, only the first ones
/// count. What is behind them is neither read nor written. For generated code only.
/// </summary>
/// <param name="sequences">How many sequences there are.</param>
/// <param name="each">The outputs of each that there is memory for: one for each frame, or one.</param>
/// <param name="lengths">How many of each count; empty where all do.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct OutputRuns(int sequences, int each, ReadOnlySpan<int> lengths)
{
    private readonly ReadOnlySpan<int> _lengths = lengths;

    /// <summary>The outputs that there is memory for.</summary>
    public int All => sequences * each;

    /// <summary>How many runs of neighbours count.</summary>
    public int Count => _lengths.IsEmpty ? 1 : sequences;

    /// <summary>The first output of a run, and how many there are.</summary>
    public (int First, int Length) this[int run] => _lengths.IsEmpty ? (0, All) : (run * each, _lengths[run]);
}
