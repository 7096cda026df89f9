using System.ComponentModel;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Checks what callers pass to a network of sequences of tokens: for generated code only. A frame is one token.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class TokenFrameGuard
{
    /// <summary>Checks a prediction's memory and returns the number of frames.</summary>
    public static int CheckPrediction(ReadOnlySpan<int> tokens, int vocabulary, ReadOnlySpan<float> outputs, int outputLength)
    {
        TokenRule.CheckFrames(tokens, vocabulary, nameof(tokens));
        return CheckOutputs(tokens, outputs, outputLength);
    }

    /// <summary>Checks the memory of a loss with one target per output, and returns the number of frames.</summary>
    public static int CheckLoss(
        ReadOnlySpan<int> tokens, int vocabulary, ReadOnlySpan<float> targets, int outputLength, ReadOnlySpan<float> outputs, ReadOnlySpan<float> weights, LossDescription loss)
    {
        TokenRule.CheckFrames(tokens, vocabulary, nameof(tokens));
        CheckApart(tokens, outputs);
        return NetworkGuard.CheckLoss(MemoryMarshal.Cast<int, float>(tokens), 1, targets, outputLength, outputs, weights, loss);
    }

    /// <summary>Checks the memory of a loss with one label per frame, and returns the number of frames.</summary>
    public static int CheckLoss(
        ReadOnlySpan<int> tokens, int vocabulary, ReadOnlySpan<int> labels, int outputLength, ReadOnlySpan<float> outputs, ReadOnlySpan<float> weights, int ignored)
    {
        TokenRule.CheckFrames(tokens, vocabulary, nameof(tokens));
        CheckApart(tokens, outputs);
        if (labels.Length != tokens.Length)
            throw new ArgumentException($"There {Counted.Are(tokens.Length)} {Counted.Text(tokens.Length, "token")} but {Counted.Text(labels.Length, "label")}. Pass one label for each token.", nameof(labels));
        return NetworkGuard.CheckLoss(MemoryMarshal.Cast<int, float>(tokens), 1, labels, outputLength, outputs, weights, ignored);
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
        return CheckOutputs(block, outputs, outputLength);
    }

    private static int CheckOutputs(ReadOnlySpan<int> tokens, ReadOnlySpan<float> outputs, int outputLength)
    {
        if (outputs.Length != (long)tokens.Length * outputLength)
            throw new ArgumentException($"outputs has {Counted.Text(outputs.Length, "value")}, but {Counted.Text(tokens.Length, "token")} of {outputLength} {Counted.Are(tokens.Length)} {(long)tokens.Length * outputLength}.", nameof(outputs));
        CheckApart(tokens, outputs);
        return tokens.Length;
    }

    private static void CheckApart(ReadOnlySpan<int> tokens, ReadOnlySpan<float> outputs)
    {
        // A token that were overwritten after it was checked would become an offset to anywhere.
        if (MemoryMarshal.Cast<int, float>(tokens).Overlaps(outputs))
            throw new ArgumentException("outputs overlaps the tokens. Pass memory of its own.", nameof(outputs));
    }
}
