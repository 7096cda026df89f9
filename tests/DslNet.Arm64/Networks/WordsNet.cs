namespace DslNet.SameBits;

/// <summary>Rows of two tables, one of which has a row of padding and is read several times a sample.</summary>
[Network]
[Tokens(9, Length = 5, Name = "words"), Embedding(7, PaddingIndex = 0), Conv1D(6, 3), Tanh, GlobalMaxPool(Name = "Read")]
[Tokens(31, Name = "topic"), Embedding(17), Concat("Read"), Dense(12), SiLU, Dense(3)]
[Output("kind"), SoftmaxCrossEntropy(Of = "kind")]
internal sealed partial class WordsNet;
