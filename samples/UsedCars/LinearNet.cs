using DslNet;

namespace UsedCars;

/// <summary>A sum of all columns, each times a weight: a value of 0 or 1 for each make, model and fuel.</summary>
[Network]
[Input(3, Name = "numbers"), Input(24, Name = "make"), Input(240, Name = "model"), Input(4, Name = "fuel")]
[Concat("numbers", "make", "model", From = "fuel"), Dense(1), Output("price"), MeanSquaredError(Of = "price")]
internal sealed partial class LinearNet;
