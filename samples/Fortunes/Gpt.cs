using DslNet;

namespace Fortunes;

/// <summary>
/// A small GPT (Radford et al., 2019, "Language models are unsupervised multitask learners"): the next character of a text, by the 256 before. Four layers with
/// four heads each read 128 values for each character.
/// </summary>
[Network]
[TokenSequence(Text.Characters)]
[Embedding(128, InitialDeviation = 0.02f), Positions(256, InitialDeviation = 0.02f)]
[Repeat<Layer>(4)]
[LayerNorm, Dense(Text.Characters, Initializer = Initializer.Normal, InitialValue = 0.02f)]
[SoftmaxCrossEntropy]
internal sealed partial class Gpt;
