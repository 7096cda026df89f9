namespace DslNet.Generators.Model;

/// <summary>One axis of a shape.</summary>
internal readonly record struct Axis(AxisKind Kind, int Length);
