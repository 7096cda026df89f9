using System.Globalization;

namespace DslNet;

/// <summary>Which tokens an input takes: others would be offsets to anywhere.</summary>
internal static class TokenRule
{
    /// <summary>Refuses the first token that is not of the vocabulary.</summary>
    /// <param name="tokens">samples × length.</param>
    /// <param name="length">How many tokens a sample has.</param>
    /// <param name="vocabulary">How many different ones there are.</param>
    /// <param name="argument">The argument that they are.</param>
    /// <param name="owner">Whose samples they are, with a blank before; may be empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is one.</exception>
    public static void Check(ReadOnlySpan<int> tokens, int length, int vocabulary, string argument, string owner = "")
    {
        int wrong = tokens.IndexOfAnyExceptInRange(0, vocabulary - 1);
        if (wrong >= 0)
            throw Describe(tokens[wrong], wrong, length, vocabulary, argument, owner);
    }

    /// <summary>The same of tokens that are the frames of sequences.</summary>
    /// <param name="tokens">The tokens.</param>
    /// <param name="vocabulary">How many different ones there are.</param>
    /// <param name="argument">The argument that they are of.</param>
    /// <param name="first">The index of the first one there.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is one.</exception>
    public static void CheckFrames(ReadOnlySpan<int> tokens, int vocabulary, string argument, int first = 0)
    {
        int wrong = tokens.IndexOfAnyExceptInRange(0, vocabulary - 1);
        if (wrong >= 0)
            throw Unknown(tokens[wrong], vocabulary, argument, first + wrong);
    }

    /// <summary>What is said of a token of a sequence that is not of the vocabulary.</summary>
    /// <param name="token">The token.</param>
    /// <param name="vocabulary">How many there are.</param>
    /// <param name="argument">The argument.</param>
    /// <param name="index">Its place there; -1 where it is the only one.</param>
    public static ArgumentOutOfRangeException Unknown(int token, int vocabulary, string argument, int index = -1) => new(
        argument, token,
        Invariant($"{argument}{(index < 0 ? "" : Invariant($"[{index}]"))} is {token}, but the vocabulary is {vocabulary}: tokens go from 0 to {vocabulary - 1}. Correct it, or declare a larger vocabulary, in which what is unknown has a token of its own."));

    private static ArgumentOutOfRangeException Describe(int token, int index, int length, int vocabulary, string argument, string owner)
    {
        string place = length == 1 ? Invariant($"of sample {index}{owner}") : Invariant($"{index % length} of sample {index / length}{owner}");
        return new(
            argument, token,
            Invariant($"Token {place} is {token}, but {argument} has a vocabulary of {vocabulary}: tokens go from 0 to {vocabulary - 1}. Correct it, or declare a larger vocabulary, in which what is unknown has a token of its own."));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
