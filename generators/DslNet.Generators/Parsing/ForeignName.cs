namespace DslNet.Generators.Parsing;

/// <summary>What an attribute of another library is called in DslNet.</summary>
/// <param name="Meant">The attribute of DslNet; null if it has none.</param>
/// <param name="Form">The attribute as it is written, with words for its arguments; or what to do instead where there is none.</param>
/// <param name="Parameters">
/// The other library's parameters, each with DslNet's behind a colon: the number of a positional one, the name of a property, or
/// nothing if it is inferred, or behind an equals sign the only values with which both are the same; with a tilde before it, a share is what is left of it. Those before the bar may be
/// positional. Null if its arguments mean something else.
/// </param>
/// <param name="Difference">Null if both are the same; else how DslNet's differs, empty where it is no more than the nearest.</param>
/// <param name="Otherwise">How DslNet's differs where an argument has another value than the only ones.</param>
internal sealed record ForeignName(string? Meant, string Form, string? Parameters = "", string? Difference = null, string? Otherwise = null);
