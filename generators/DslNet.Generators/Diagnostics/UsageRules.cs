using DslNet.Generators.Lowering;
using DslNet.Generators.Model;
using DslNet.Generators.Simd;
using Microsoft.CodeAnalysis;
using static DslNet.Generators.Diagnostics.DiagnosticDescriptorHelper;

namespace DslNet.Generators.Diagnostics;

/// <summary>Rules about how a network is used: DSLN0200 and up.</summary>
internal static class UsageRules
{
    private const string Category = "DslNet.Usage";

    public static readonly DiagnosticDescriptor PartOfSample = Create(
        RuleIds.PartOfSample,
        "A span holds no whole number of samples",
        "{Method} gets {Actual} {Parameter}, but {Class} has {Expected} for each {Unit} and takes {Samples}. Pass {Remedy}.",
        Category, DiagnosticSeverity.Warning,
        "Method", "Actual", "Parameter", "Class", "Expected", "Unit", "Samples", "Remedy");

    public static readonly DiagnosticDescriptor SamplesDiffer = Create(
        RuleIds.SamplesDiffer,
        "Two spans hold different numbers of samples",
        "{Method} gets {Actual} {Parameter}, but {Expected} belong to its inputs ({Unit}s: {Samples}). Pass {Expected}, or other inputs.",
        Category, DiagnosticSeverity.Warning,
        "Method", "Unit", "Samples", "Actual", "Parameter", "Expected");

    public static readonly DiagnosticDescriptor LossMissing = Create(
        RuleIds.LossMissing,
        "A network is trained without a loss",
        "{Method} needs a loss, but {Class} declares none. Add one behind its last layer: [SoftmaxCrossEntropy] for one class of several, [BinaryCrossEntropy] for yes or no, [MeanSquaredError] for values.",
        Category, DiagnosticSeverity.Warning,
        "Method", "Class");

    public static readonly DiagnosticDescriptor NothingToLearn = Create(
        RuleIds.NothingToLearn,
        "A network is trained without parameters",
        "{Method} trains {Class}, but none of its layers has parameters, so that nothing is learned. Add a layer with weights, such as [Dense(10)].",
        Category, DiagnosticSeverity.Warning,
        "Method", "Class");

    public static readonly DiagnosticDescriptor WeightsDiffer = Create(
        RuleIds.WeightsDiffer,
        "Weights do not fit what they are given to",
        "{Target} has {Expected} but {Source} has {Actual}. {Remedy}.",
        Category, DiagnosticSeverity.Warning,
        "Target", "Expected", "Source", "Actual", "Remedy");

    public static readonly DiagnosticDescriptor ProgressLate = Create(
        RuleIds.ProgressLate,
        "Progress<T> reports after the step",
        "{Type} calls its handler later, on another thread, and for the last steps after Fit has returned. Set FitOptions.Callback, which is called during Fit, after every step.",
        Category, DiagnosticSeverity.Warning,
        "Type");

    public static readonly DiagnosticDescriptor NoStreams = Create(
        RuleIds.NoStreams,
        "A network that needs whole sequences is asked for a stream",
        "{Class} has no {Member}: {Layer} is computed from all frames of a sequence, so that none can be predicted before the last one is there. Call Predict with whole sequences, or remove {Layer}.",
        Category, DiagnosticSeverity.Warning,
        "Class", "Member", "Layer");
}
