namespace DslNet;

/// <summary>
/// An input whose samples are sequences of tokens: integers from 0 on that each stand for one thing of a vocabulary, such as a letter. A frame is one token, and
/// how many a sequence has each call says. Only <see cref="EmbeddingAttribute"/> reads it.
/// </summary>
/// <remarks>
/// Methods of such a network take tokens as <see cref="int"/>: <c>Predict(tokens, outputs, frames)</c>, <c>Step(state, token, output)</c>. A token outside of the
/// vocabulary is an <see cref="ArgumentOutOfRangeException"/>, before anything is computed.
/// </remarks>
/// <example><code>[TokenSequence(65), Embedding(32), GRU(64), Dense(65), SoftmaxCrossEntropy]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/sequences.md">Sequences, states, training and what is promised.</seealso>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TokenSequenceAttribute : Attribute
{
    /// <summary>Tokens from 0 to <paramref name="vocabulary"/> − 1.</summary>
    public TokenSequenceAttribute(int vocabulary) => Vocabulary = vocabulary;

    /// <summary>How many different tokens there are.</summary>
    public int Vocabulary { get; }
}
