namespace DslNet;

/// <summary>
/// An input of tokens: integers from 0 on that each stand for one thing of a vocabulary, such as a word, a letter, a city or the make of a car. Only
/// <see cref="EmbeddingAttribute"/> reads it, which looks up a vector of features for each token.
/// </summary>
/// <remarks>
/// Methods of a network with such an input take a span for each of its ports, as those of a network with named ports do: <c>Predict(tokens, outputs)</c>,
/// with tokens as <see cref="int"/>. A token outside of the vocabulary is an <see cref="ArgumentOutOfRangeException"/>, before anything is computed.
/// </remarks>
/// <example><code>[Tokens(12, Name = "city"), Embedding(4)]</code></example>
/// <seealso href="https://github.com/dslnet/dslnet/blob/main/docs/layers/Embedding.md">Shapes, weights, gradient and cost, and tables of mixed columns.</seealso>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class TokensAttribute : Attribute
{
    /// <summary>Tokens from 0 to <paramref name="vocabulary"/> − 1.</summary>
    public TokensAttribute(int vocabulary) => Vocabulary = vocabulary;

    /// <summary>How many different tokens there are.</summary>
    public int Vocabulary { get; }

    /// <summary>How many tokens a sample has, one after another; 1 unless said otherwise.</summary>
    public int Length { get; set; } = 1;

    /// <summary>
    /// The name by which layers read the input (<c>From = "city"</c>) and methods take it, <c>Predict(city, …)</c>. Of several inputs each needs one; a
    /// single one without is called <c>Tokens</c>.
    /// </summary>
    public string? Name { get; set; }
}
