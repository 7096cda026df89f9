namespace DslNet.Networks.Tests;

/// <summary>Rows that fill no vector, of tokens the last of which has the last row of its table, and one has a row without a gradient.</summary>
[Network]
[Tokens(9, Length = 3), Embedding(5, PaddingIndex = 2), Flatten]
[Dense(7), Tanh, Dense(4), MeanSquaredError]
internal sealed partial class TokenNet;
