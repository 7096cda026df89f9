namespace DslNet.Generators.Model;

/// <summary>What arrives at a layer: the producer's name, for messages, and its shape.</summary>
internal readonly record struct ShapedInput(string Producer, Shape Shape);
