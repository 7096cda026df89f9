namespace DslNet.Networks.Tests.Sequences;

/// <summary>The next of some tokens, at one of forty positions.</summary>
[Network]
[TokenSequence(7), Embedding(5), Positions(40), GRU(6), Dense(7), SoftmaxCrossEntropy]
internal sealed partial class Writer;
