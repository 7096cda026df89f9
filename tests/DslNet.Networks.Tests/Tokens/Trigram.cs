namespace DslNet.Networks.Tests.Tokens;

/// <summary>The next letter of a word, by the three before: no port has a name.</summary>
[Network]
[Tokens(27, Length = 3), Embedding(8), Flatten]
[Dense(20), Tanh, Dense(27), SoftmaxCrossEntropy]
internal sealed partial class Trigram;
