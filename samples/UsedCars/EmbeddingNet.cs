using DslNet;

namespace UsedCars;

/// <summary>Numbers beside a learned vector for each make, model and fuel, and one for what is none of them.</summary>
[Network]
[Input(3, Name = "numbers")]
[Tokens(25, Name = "make"), Embedding(4, InitialDeviation = 0.1f)]
[Tokens(241, Name = "model"), Embedding(4, InitialDeviation = 0.1f)]
[Tokens(5, Name = "fuel"), Embedding(2, InitialDeviation = 0.1f)]
[Concat("numbers", "Embedding1", "Embedding2"), Dense(64), SiLU, Dense(32), SiLU]
[Dense(1), Output("price"), MeanSquaredError(Of = "price")]
internal sealed partial class EmbeddingNet;
