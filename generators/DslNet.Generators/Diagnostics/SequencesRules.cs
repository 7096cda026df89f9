using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using static DslNet.Generators.Diagnostics.DiagnosticDescriptorHelper;

namespace DslNet.Generators.Diagnostics;

/// <summary>Rules about networks of sequences: DSLN0171 and up.</summary>
internal static class SequencesRules
{
    private const string Category = "DslNet.Sequences";

    public static readonly DiagnosticDescriptor SequenceMissing = Create(
        RuleIds.SequenceMissing,
        "A layer reads frames where samples are no sequences",
        "{Layer} reads the frames of a sequence, but samples are {Actual}, which have no order. Declare [Sequence({ActualArguments})] in place of the input.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Actual", "ActualArguments");

    public static readonly DiagnosticDescriptor NotOfFrames = Create(
        RuleIds.NotOfFrames,
        "A layer normalizes over samples where they are frames",
        "{Layer} normalizes over the samples of a batch, but the samples of a sequence are its frames, which come one by one. Use [LayerNorm] or [RMSNorm], which normalize within a frame.",
        Category, DiagnosticSeverity.Error,
        "Layer");

    public static readonly DiagnosticDescriptor SequenceBesidePorts = Create(
        RuleIds.SequenceBesidePorts,
        "A network of sequences has one input and one output",
        "{Class} is a network of sequences, which has one input, and one output without a name, but also {Port}. Remove {Port}, or declare [Input] in place of [Sequence].",
        Category, DiagnosticSeverity.Error,
        "Class", "Port");

    public static readonly DiagnosticDescriptor HistoryTooLong = Create(
        RuleIds.HistoryTooLong,
        "A layer reaches too far back in time",
        "{Layer} is computed from {Frames} frames of {FrameLength} values before the current one, more than the {Largest} values that a state can keep of them. Use fewer of them, or a smaller Dilation.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Frames", "FrameLength", "Largest");

    public static readonly DiagnosticDescriptor FramesReduced = Create(
        RuleIds.FramesReduced,
        "A layer reads frames where a sequence has none any more",
        "{Layer} reads the frames of a sequence, but {Producer} is one value of all of them, made by {Reduction}. Move {Layer} before {Reduction}, or remove {Reduction}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Producer", "Reduction");

    public static readonly DiagnosticDescriptor FramesBesideSequences = Create(
        RuleIds.FramesBesideSequences,
        "A layer joins values of frames with values of sequences",
        "{Layer} joins {OfFrames}, which has a value for each frame, with {OfSequence}, which has one for the whole sequence. Put [LastFrame], [MeanOverTime] or [MaxOverTime] behind {OfFrames} and join that.",
        Category, DiagnosticSeverity.Error,
        "Layer", "OfFrames", "OfSequence");

    public static readonly DiagnosticDescriptor HeadsDoNotDivide = Create(
        RuleIds.HeadsDoNotDivide,
        "Heads must divide the features",
        "{Layer} has {Heads} but {Producer} produces {Actual}, whose {Features} they do not divide. Write one of {Divisors}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Heads", "Producer", "Actual", "Features", "Divisors");

    public static readonly DiagnosticDescriptor RotaryOfOdd = Create(
        RuleIds.RotaryOfOdd,
        "Rotary positions turn pairs of values",
        "{Layer} turns pairs of values, but of the {Actual} that {Producer} produces each of its {Heads} has {Head}, an odd number. Write fewer heads, or an even number of values for each.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Producer", "Actual", "Heads", "Head");
}
