using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using Microsoft.CodeAnalysis;
using static DslNet.Generators.Diagnostics.DiagnosticDescriptorHelper;

namespace DslNet.Generators.Diagnostics;

/// <summary>Rules about what a network costs: DSLN0300 and up.</summary>
internal static class CostRules
{
    private const string Category = "DslNet.Cost";

    public static readonly DiagnosticDescriptor BudgetExceeded = Create(
        RuleIds.BudgetExceeded,
        "A network exceeds its budget",
        "{Class} has {Actual} {Unit}, but its budget is {Expected}; {Layer} alone has {Largest}. Make {Layer} smaller, or raise {Argument}.",
        Category, DiagnosticSeverity.Warning,
        "Class", "Actual", "Unit", "Expected", "Layer", "Largest", "Argument");

    public static readonly DiagnosticDescriptor TooLargeToUnroll = Create(
        RuleIds.TooLargeToUnroll,
        "A layer is too large to be written out",
        "{Layer} is too large to be written out without a loop, so that {Target} code for it is {Instead}. This is as fast, so leave it as it is.",
        Category, DiagnosticSeverity.Info,
        "Layer", "Target", "Instead");

    public static readonly DiagnosticDescriptor OptimizerOff = Create(
        RuleIds.OptimizerOff,
        "A network is compiled without the optimiser",
        "{Class} is compiled without the optimiser, so that it runs 10 to 40 times slower. Build with -c Release, or set <DslNetOptimizeInDebug>true</DslNetOptimizeInDebug> in this project.",
        Category, DiagnosticSeverity.Info,
        "Class");

    public static readonly DiagnosticDescriptor SlowToCompile = Create(
        RuleIds.SlowToCompile,
        "A network takes long to compile",
        "{Class} takes the compiler about {Seconds} seconds, since its layers differ so that they need {Kernels} kernels. Make layers of equal sizes, which share their kernels, or generate for fewer processors with <DslNetTargets>.",
        Category, DiagnosticSeverity.Warning,
        "Class", "Seconds", "Kernels");
}
