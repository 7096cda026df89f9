using DslNet;

namespace UsedCars;

/// <summary>The same layers behind a value of 0 or 1 for each make, model and fuel.</summary>
[Network]
[Input(3, Name = "numbers"), Input(24, Name = "make"), Input(240, Name = "model"), Input(4, Name = "fuel")]
[Concat("numbers", "make", "model", From = "fuel"), Dense(64), SiLU, Dense(32), SiLU]
[Dense(1), Output("price"), MeanSquaredError(Of = "price")]
internal sealed partial class OneHotNet;
