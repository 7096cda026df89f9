using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using static DslNet.Generators.Diagnostics.DiagnosticDescriptorHelper;

namespace DslNet.Generators.Diagnostics;

/// <summary>Rules about what builds but is likely unintended: DSLN0150 and up.</summary>
internal static class SuspicionRules
{
    private const string Category = "DslNet.Suspicion";

    public static readonly DiagnosticDescriptor ActivationInLoss = Create(
        RuleIds.ActivationInLoss,
        "The loss applies the last activation itself",
        "{Loss} already applies what {Layer} computes, so that it is applied twice. Remove {Layer}.",
        Category, DiagnosticSeverity.Warning,
        "Loss", "Layer", "Kind");

    public static readonly DiagnosticDescriptor TwoActivations = Create(
        RuleIds.TwoActivations,
        "Two activations in a row",
        "{Layer} directly follows {Producer}, and two activations in a row rarely make sense. Remove one, or put a layer between them.",
        Category, DiagnosticSeverity.Warning,
        "Layer", "Producer");

    public static readonly DiagnosticDescriptor FlattenWithoutEffect = Create(
        RuleIds.FlattenWithoutEffect,
        "Flatten has no effect",
        "{Layer} flattens what is already a vector: {Producer} produces {Actual}. Remove it.",
        Category, DiagnosticSeverity.Warning,
        "Layer", "Producer", "Actual", "Kind");

    public static readonly DiagnosticDescriptor BorderDropped = Create(
        RuleIds.BorderDropped,
        "Pooling drops a border",
        "{Layer} leaves out a border of {Producer}'s {Actual} ({Dropped}). Choose a window, stride or padding that covers it, unless this is meant.",
        Category, DiagnosticSeverity.Info,
        "Layer", "Dropped", "Producer", "Actual", "Padding");

    public static readonly DiagnosticDescriptor WeightsNotDrawn = Create(
        RuleIds.WeightsNotDrawn,
        "A constructor does not draw the weights",
        "This constructor of {Class} does not call Initialize, so that all weights start at zero. Write Initialize({Seed}) in it, or call another constructor by ': this(…)'.",
        Category, DiagnosticSeverity.Warning,
        "Class", "Seed");

    public static readonly DiagnosticDescriptor OutOfOrder = Create(
        RuleIds.OutOfOrder,
        "Attributes are out of order",
        "[{Attribute}] is written {Place} {Layer}, but {Meaning}. Move it {Remedy}.",
        Category, DiagnosticSeverity.Warning,
        "Attribute", "Place", "Layer", "Meaning", "Remedy");

    public static readonly DiagnosticDescriptor DropoutLast = Create(
        RuleIds.DropoutLast,
        "Dropout behind the last weights",
        "No layer with weights reads {Layer}, so that training sets outputs of the network to zero at random. Remove {Layer}, or move it before a layer with weights.",
        Category, DiagnosticSeverity.Warning,
        "Layer", "Kind");

    public static readonly DiagnosticDescriptor NormalizedBehindFlatten = Create(
        RuleIds.NormalizedBehindFlatten,
        "Batch normalization behind Flatten",
        "{Layer} follows {Flatten}, and so normalizes each of {Values} values by itself, not the {Channels} of {Producer}'s {Actual}. Move it before {Flatten}, unless this is meant.",
        Category, DiagnosticSeverity.Warning,
        "Layer", "Flatten", "Values", "Channels", "Producer", "Actual");

    public static readonly DiagnosticDescriptor ChannelsLast = Create(
        RuleIds.ChannelsLast,
        "An input has its channels last",
        "{Input} is read as {Channels} channels of {Positions}, since channels come first. Write [{Meant}] for {Text}, unless this is meant.",
        Category, DiagnosticSeverity.Warning,
        "Input", "Channels", "Positions", "Meant", "Text");

    public static readonly DiagnosticDescriptor OutputNotTrained = Create(
        RuleIds.OutputNotTrained,
        "An output is not trained",
        "No loss is of {Output}, so that {Layer}, which no loss reads, is not trained. Add a loss with Of = \"{Output}\", or write Frozen = true in {Layer}.",
        Category, DiagnosticSeverity.Warning,
        "Output", "Layer");

    public static readonly DiagnosticDescriptor FlatFunction = Create(
        RuleIds.FlatFunction,
        "A function of one's own has no slope",
        "{Layer} has the derivative 0 everywhere: {Method} is constant on each side of its comparisons, or does not read {Value}, so that nothing is learned through it. Write a function whose value changes with {Value}.",
        Category, DiagnosticSeverity.Warning,
        "Layer", "Method", "Value");

    public static readonly DiagnosticDescriptor NothingFrozen = Create(
        RuleIds.NothingFrozen,
        "A layer that learns nothing is frozen",
        "{Layer} learns nothing, so that Frozen changes nothing. Remove it, or write it in the layer whose parameters shall stay.",
        Category, DiagnosticSeverity.Warning,
        "Layer");
}
