using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using static DslNet.Generators.Diagnostics.DiagnosticDescriptorHelper;

namespace DslNet.Generators.Diagnostics;

/// <summary>Rules about files of weights that a project names: DSLN0206 and up.</summary>
internal static class WeightRules
{
    private const string Category = "DslNet.Weights";

    public static readonly DiagnosticDescriptor WeightsMissing = Create(
        RuleIds.WeightsMissing,
        "A file of weights lacks a tensor",
        "{File} lacks {Missing} of {Class}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "File", "Missing", "Class", "Remedy");

    public static readonly DiagnosticDescriptor StoredShapeDiffers = Create(
        RuleIds.StoredShapeDiffers,
        "A tensor in a file of weights has another shape",
        "{Tensor} of {File} has the shape {Actual}, but {Parameter} of {Class} has {Expected}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Tensor", "File", "Actual", "Parameter", "Class", "Expected", "Remedy");

    public static readonly DiagnosticDescriptor StoredTypeUnread = Create(
        RuleIds.StoredTypeUnread,
        "A tensor in a file of weights has a type that no parameter has",
        "{Tensor} of {File} has the dtype {Actual}, but {Parameter} of {Class} is read from F64, F32, F16 and BF16 only. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Tensor", "File", "Actual", "Parameter", "Class", "Remedy");

    public static readonly DiagnosticDescriptor WeightsUnexpected = Create(
        RuleIds.WeightsUnexpected,
        "A file of weights has a tensor that is no parameter",
        "{File} has {Tensors}, but {Class} has no such parameter. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "File", "Tensors", "Class", "Remedy");

    public static readonly DiagnosticDescriptor WeightsOfNoNetwork = Create(
        RuleIds.WeightsOfNoNetwork,
        "A file of weights is for a network that does not exist",
        "{File} is for the network {Name}, but the project declares {Fact}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "File", "Name", "Fact", "Remedy");

    public static readonly DiagnosticDescriptor MapMeetsNothing = Create(
        RuleIds.MapMeetsNothing,
        "A renaming of weights does not fit the file",
        "Map of {File} has {Entry}, but {Fact}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "File", "Entry", "Fact", "Remedy");

    public static readonly DiagnosticDescriptor WeightsTwice = Create(
        RuleIds.WeightsTwice,
        "A network has two files of weights",
        "{Class} has the weights of {First} and of {Second}, but one Load(). Keep one of them in DslNetWeights, and read the other by Network.Load<{Class}>(path).",
        Category, DiagnosticSeverity.Error,
        "Class", "First", "Second");
}
