using DslNet;

namespace Fortunes;

/// <summary>What is made of it, character by character.</summary>
[Block]
[LayerNorm, Dense(512, Initializer = Initializer.Normal, InitialValue = 0.02f), GELU(Approximate = true), Dense(128, Initializer = Initializer.Normal, InitialValue = 0.02f)]
internal sealed class Thinking;
