using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using static DslNet.Generators.Diagnostics.DiagnosticDescriptorHelper;

namespace DslNet.Generators.Diagnostics;

/// <summary>Rules about a single argument: DSLN0050 and up.</summary>
internal static class ArgumentsRules
{
    private const string Category = "DslNet.Arguments";

    public static readonly DiagnosticDescriptor SizeNotPositive = Create(
        RuleIds.SizeNotPositive,
        "A size is not positive",
        "{Layer} has {Argument} = {Actual}, but sizes and strides are at least 1. Write a positive number.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Argument", "Actual");

    public static readonly DiagnosticDescriptor SizeTooLarge = Create(
        RuleIds.SizeTooLarge,
        "A size is too large",
        "{Layer} has {Argument} = {Actual}, but nothing in a network is larger than {Largest}. Write a smaller number.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Argument", "Actual", "Largest");

    public static readonly DiagnosticDescriptor ProbabilityOutOfRange = Create(
        RuleIds.ProbabilityOutOfRange,
        "A probability is out of range",
        "{Layer} has a probability of {Actual}, but it must be at least 0 and less than 1. Write a fraction, such as 0.5 for one half.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Actual");

    public static readonly DiagnosticDescriptor NumberOutOfRange = Create(
        RuleIds.NumberOutOfRange,
        "An argument is out of range",
        "{Layer} has {Argument} = {Actual}. Write {Expected}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Argument", "Actual", "Expected");

    public static readonly DiagnosticDescriptor PaddingOutOfRange = Create(
        RuleIds.PaddingOutOfRange,
        "Padding makes no sense",
        "{Layer} has Padding = {Actual}, but {Reason}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Actual", "Reason", "Remedy");

    public static readonly DiagnosticDescriptor NothingJoined = Create(
        RuleIds.NothingJoined,
        "A layer joins nothing",
        "{Layer} names no other layer to join. Write the names of earlier layers, or \"Input\", as its arguments.",
        Category, DiagnosticSeverity.Error,
        "Layer");

    public static readonly DiagnosticDescriptor UnknownInitializer = Create(
        RuleIds.UnknownInitializer,
        "An initializer that does not exist",
        "{Layer} has Initializer = {Actual}, which is no member of Initializer. Write one of its members, such as Initializer.HeNormal.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Actual");

    public static readonly DiagnosticDescriptor NotYetGenerated = Create(
        RuleIds.NotYetGenerated,
        "An argument reads what is yet to be generated",
        "[{Attribute}] reads {Expression}, which is not known when {Class} is generated: {Reason}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Class", "Attribute", "Expression", "Reason", "Remedy");

    public static readonly DiagnosticDescriptor ArgumentNotTaken = Create(
        RuleIds.ArgumentNotTaken,
        "An argument that an attribute does not take",
        "{Attribute} does not take {Written}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Attribute", "Written", "Remedy", "Replacement");
}
