namespace DslNet.Generators.Parsing;

/// <summary>An attribute of another library as DslNet's.</summary>
/// <param name="Text">The attribute's text; null if an argument has no counterpart.</param>
/// <param name="Differs">Whether an argument has a value with which DslNet's attribute computes something else.</param>
/// <param name="Casts">Whether a value is converted to a float, which C# does not do by itself.</param>
internal readonly record struct ForeignTranslation(string? Text, bool Differs = false, bool Casts = false);
