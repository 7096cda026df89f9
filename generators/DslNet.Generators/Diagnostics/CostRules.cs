using Microsoft.CodeAnalysis;
using static DslNet.Generators.Diagnostics.DiagnosticDescriptorHelper;

namespace DslNet.Generators.Diagnostics;

/// <summary>Rules about what a network costs: DSLN0300 to DSLN0399.</summary>
internal static class CostRules
{
    private const string Category = "DslNet.Cost";

    public static readonly DiagnosticDescriptor BudgetExceeded = Create(
        RuleIds.BudgetExceeded,
        "A network exceeds its budget",
        "{Class} has {Actual} {Unit}, but its budget is {Expected}; {Layer} alone has {Largest}. Make {Layer} smaller, or raise {Argument}.",
        Category, DiagnosticSeverity.Warning,
        "Class", "Actual", "Unit", "Expected", "Layer", "Largest", "Argument");
}
