using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using static DslNet.Generators.Diagnostics.DiagnosticDescriptorHelper;

namespace DslNet.Generators.Diagnostics;

/// <summary>Rules about networks of which there are populations: DSLN0230 and up.</summary>
internal static class PopulationsRules
{
    private const string Category = "DslNet.Populations";

    public static readonly DiagnosticDescriptor NotForMembers = Create(
        RuleIds.NotForMembers,
        "A layer has no code for populations",
        "{Layer} cannot be computed for a population, but {Class} is marked [Population]. Use Dense, activations of single values, PReLU, Add, Multiply, Subtract, Concat, Slice or Dropout, or remove [Population].",
        Category, DiagnosticSeverity.Error,
        "Layer", "Class");

    public static readonly DiagnosticDescriptor NoPopulation = Create(
        RuleIds.NoPopulation,
        "A population's network takes and gives more than one vector",
        "{Class} is marked [Population], whose members take one vector and give one, but it has {Actual}. Declare [Input(n)] with the number of values and no names, or remove [Population].",
        Category, DiagnosticSeverity.Error,
        "Class", "Actual");
}
