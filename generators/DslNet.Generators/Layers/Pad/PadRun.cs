namespace DslNet.Generators.Layers.Pad;

/// <summary>Some positions of a padded axis.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Count">How many.</param>
/// <param name="Source">An expression of the position of the input that one of them shows; null where they are zeros.</param>
/// <param name="IsBorder">Whether they are around the input, and not the input itself.</param>
internal sealed record PadRun(int First, int Count, Func<string, string>? Source, bool IsBorder);
