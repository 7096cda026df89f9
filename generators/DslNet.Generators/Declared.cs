using DslNet.Generators.Model;
using DslNet.Generators.Parsing;

namespace DslNet.Generators;

/// <summary>What a class marked [Network] gives rise to.</summary>
/// <param name="Network">The network; null if no other part of its class can be written.</param>
/// <param name="Placeholders">Attributes to generate in the place of those that do not exist.</param>
/// <param name="SilencesAnalyzers">Whether the compiler has an error in its attributes, with which the command line asks no analyzer.</param>
internal sealed record Declared(NetworkSpec? Network, EquatableArray<Placeholder> Placeholders, bool SilencesAnalyzers);
