namespace DslNet.Data.Child;

/// <summary>Two inputs, one of tokens, and two outputs: a number and a class.</summary>
[Network]
[Input(2, Name = "numbers")]
[Tokens(5, Name = "make"), Embedding(3)]
[Concat("numbers", From = "Embedding1"), Dense(16), Tanh(Name = "Both")]
[Dense(1), Output("price"), MeanSquaredError(Of = "price")]
[Dense(3, From = "Both"), Output("fuel"), SoftmaxCrossEntropy(Of = "fuel")]
public sealed partial class MakeNet;
