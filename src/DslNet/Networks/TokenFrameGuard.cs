using System.ComponentModel;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Checks what callers pass to a network of sequences of tokens: for generated code only. A frame is one token.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TokenFrameGuard
{
    /// <summary>Checks the tokens of some sequences, and returns how many sequences there are. What is behind the end of one may be anything.</summary>
    /// <param name="tokens">All tokens.</param>
    /// <param name="vocabulary">How many different ones there are.</param>
    /// <param name="frames">The tokens of each sequence that there is memory for.</param>
    /// <param name="lengths">How many of them each has; empty where it has all.</param>
    /// <exception cref="ArgumentException">They do not fit together.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A token is not of the vocabulary.</exception>
    public static int CheckInputs(ReadOnlySpan<int> tokens, int vocabulary, int frames, ReadOnlySpan<int> lengths)
    {
        int sequences = SequenceGuard.CheckFrames(tokens.Length, "token", nameof(tokens), frames, lengths);
        OutputRuns runs = new(sequences, frames, lengths);
        for (int run = 0; run < runs.Count; run++)
        {
            (int first, int length) = runs[run];
            TokenRule.CheckFrames(tokens.Slice(first, length), vocabulary, nameof(tokens), first);
        }

        return sequences;
    }

    /// <summary>Checks the memory of outputs.</summary>
    /// <param name="runs">Which outputs there are.</param>
    /// <param name="tokens">All tokens.</param>
    /// <param name="outputs">Where outputs go.</param>
    /// <param name="outputLength">The values of an output.</param>
    /// <exception cref="ArgumentException">They do not fit together.</exception>
    public static void CheckOutputs(OutputRuns runs, ReadOnlySpan<int> tokens, ReadOnlySpan<float> outputs, int outputLength)
    {
        CheckApart(tokens, outputs);
        SequenceGuard.CheckOutputs(runs, default, outputs, outputLength);
    }

    /// <summary>Checks the memory of a loss with targets, and that the loss takes these.</summary>
    /// <inheritdoc cref="SequenceGuard.CheckLoss(OutputRuns, ReadOnlySpan{float}, ReadOnlySpan{float}, int, ReadOnlySpan{float}, ReadOnlySpan{float}, LossDescription)" />
    public static void CheckLoss(
        OutputRuns runs, ReadOnlySpan<int> tokens, ReadOnlySpan<float> targets, int outputLength, ReadOnlySpan<float> outputs, ReadOnlySpan<float> weights, LossDescription loss)
    {
        CheckSome(tokens);
        CheckApart(tokens, outputs);
        SequenceGuard.CheckLoss(runs, MemoryMarshal.Cast<int, float>(tokens), targets, outputLength, outputs, weights, loss);
    }

    /// <summary>Checks the memory of a loss with labels, each a class or the label of those that are left out.</summary>
    /// <inheritdoc cref="SequenceGuard.CheckLoss(OutputRuns, ReadOnlySpan{float}, ReadOnlySpan{int}, int, ReadOnlySpan{float}, ReadOnlySpan{float}, int)" />
    public static void CheckLoss(
        OutputRuns runs, ReadOnlySpan<int> tokens, ReadOnlySpan<int> labels, int outputLength, ReadOnlySpan<float> outputs, ReadOnlySpan<float> weights, int ignored)
    {
        CheckSome(tokens);
        CheckApart(tokens, outputs);
        SequenceGuard.CheckLoss(runs, MemoryMarshal.Cast<int, float>(tokens), labels, outputLength, outputs, weights, ignored);
    }

    /// <summary>Checks the memory of one frame.</summary>
    public static void CheckFrame(SequenceState state, int token, int vocabulary, ReadOnlySpan<float> output, int outputLength)
    {
        ArgumentNullException.ThrowIfNull(state);
        if ((uint)token >= (uint)vocabulary)
            throw TokenRule.Unknown(token, vocabulary, nameof(token));
        if (output.Length != outputLength)
            throw new ArgumentException($"output has {Counted.Text(output.Length, "value")}, but the output of a token has {outputLength}.", nameof(output));
    }

    /// <summary>Checks the memory of a block of frames, and returns their number.</summary>
    public static int CheckBlock(SequenceState state, ReadOnlySpan<int> block, int vocabulary, ReadOnlySpan<float> outputs, int outputLength)
    {
        ArgumentNullException.ThrowIfNull(state);
        TokenRule.CheckFrames(block, vocabulary, nameof(block));
        return CheckBlockOutputs(block, outputs, outputLength);
    }

    private static int CheckBlockOutputs(ReadOnlySpan<int> tokens, ReadOnlySpan<float> outputs, int outputLength)
    {
        if (outputs.Length != (long)tokens.Length * outputLength)
            throw new ArgumentException($"outputs has {Counted.Text(outputs.Length, "value")}, but {Counted.Text(tokens.Length, "token")} of {outputLength} {Counted.Are(tokens.Length)} {(long)tokens.Length * outputLength}.", nameof(outputs));
        CheckApart(tokens, outputs);
        return tokens.Length;
    }

    private static void CheckSome(ReadOnlySpan<int> tokens)
    {
        if (tokens.IsEmpty)
            throw new ArgumentException("tokens is empty, but the mean loss needs at least one sequence. Pass sequences × frames tokens.", nameof(tokens));
    }

    private static void CheckApart(ReadOnlySpan<int> tokens, ReadOnlySpan<float> outputs)
    {
        // A token that were overwritten after it was checked would become an offset to anywhere.
        if (MemoryMarshal.Cast<int, float>(tokens).Overlaps(outputs))
            throw new ArgumentException("outputs overlaps the tokens. Pass memory of its own.", nameof(outputs));
    }
}
