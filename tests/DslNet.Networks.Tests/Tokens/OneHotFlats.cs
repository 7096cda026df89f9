namespace DslNet.Networks.Tests.Tokens;

/// <summary>The same as <see cref="Flats"/>, with a value of 0 or 1 for each token of a vocabulary.</summary>
[Network]
[Input(3, Name = "numbers")]
[Input(5, Name = "city"), Dense(2, Bias = false, Name = "OfCity", From = "city")]
[Input(40, Name = "make"), Dense(9, Bias = false, Name = "OfMake")]
[Input(7, 4, Name = "words"), Conv1D(3, 1, Bias = false, Name = "OfWords"), Flatten]
[Concat("numbers", "OfCity", "OfMake"), Dense(16, Name = "Trunk"), ReLU(Name = "Both")]
[Dense(1, Name = "OfPrice"), Output("price"), MeanSquaredError(Of = "price")]
[Dense(3, Name = "OfKind", From = "Both"), Output("kind"), SoftmaxCrossEntropy(Of = "kind", Weight = 0.5f)]
internal sealed partial class OneHotFlats;
