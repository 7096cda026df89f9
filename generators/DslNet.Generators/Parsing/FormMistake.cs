using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>What an attribute does not take.</summary>
/// <param name="At">Where it is written.</param>
/// <param name="Written">What is written.</param>
/// <param name="Remedy">What to write.</param>
/// <param name="Replacement">The attribute to write in its place; empty if that is not certain.</param>
internal sealed record FormMistake(Location At, string Written, string Remedy, string Replacement = "");
