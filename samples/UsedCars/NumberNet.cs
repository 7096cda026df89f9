using DslNet;

namespace UsedCars;

/// <summary>The same layers, which are told the numbers of make, model and fuel as if these measured something.</summary>
[Network]
[Input(3, Name = "numbers"), Input(1, Name = "make"), Input(1, Name = "model"), Input(1, Name = "fuel")]
[Concat("numbers", "make", "model", From = "fuel"), Dense(64), SiLU, Dense(32), SiLU]
[Dense(1), Output("price"), MeanSquaredError(Of = "price")]
internal sealed partial class NumberNet;
