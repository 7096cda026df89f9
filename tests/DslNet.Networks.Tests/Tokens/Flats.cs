namespace DslNet.Networks.Tests.Tokens;

/// <summary>A table of mixed columns: numbers, two categories, and a few words each, with two outputs.</summary>
[Network]
[Input(3, Name = "numbers")]
[Tokens(5, Name = "city"), Embedding(2, Name = "OfCity")]
[Tokens(40, Name = "make"), Embedding(9, Name = "OfMake")]
[Tokens(7, Length = 4, Name = "words"), Embedding(3, Name = "OfWords"), Flatten]
[Concat("numbers", "OfCity", "OfMake"), Dense(16, Name = "Trunk"), ReLU(Name = "Both")]
[Dense(1, Name = "OfPrice"), Output("price"), MeanSquaredError(Of = "price")]
[Dense(3, Name = "OfKind", From = "Both"), Output("kind"), SoftmaxCrossEntropy(Of = "kind", Weight = 0.5f)]
internal sealed partial class Flats;
