using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using static DslNet.Generators.Diagnostics.DiagnosticDescriptorHelper;

namespace DslNet.Generators.Diagnostics;

/// <summary>Rules about shapes and sizes: DSLN0100 and up.</summary>
internal static class ShapesRules
{
    private const string Category = "DslNet.Shapes";

    public static readonly DiagnosticDescriptor FlattenMissing = Create(
        RuleIds.FlattenMissing,
        "A dense layer needs a vector",
        "{Layer} expects a vector but {Producer} produces {Actual}. Insert [Flatten] before {Layer}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Producer", "Actual");

    public static readonly DiagnosticDescriptor PositionsExpected = Create(
        RuleIds.PositionsExpected,
        "A layer needs a signal or an image",
        "{Layer} expects {Expected} but {Producer} produces {Actual}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Expected", "Producer", "Actual", "Remedy", "Fitting");

    public static readonly DiagnosticDescriptor InputsDiffer = Create(
        RuleIds.InputsDiffer,
        "The number of inputs differs",
        "{Layer} expects {Expected} but {Producer} produces {Actual}. Set Inputs = {ActualLength}, or leave it out.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Expected", "Producer", "Actual", "ActualLength");

    public static readonly DiagnosticDescriptor OutputDiffers = Create(
        RuleIds.OutputDiffers,
        "The output's shape differs",
        "[Output] declares {Expected} but {Producer} produces {Actual}. Write [Output({ActualArguments})], or change {Producer}.",
        Category, DiagnosticSeverity.Error,
        "Expected", "Producer", "Actual", "ActualArguments");

    public static readonly DiagnosticDescriptor AddedShapesDiffer = Create(
        RuleIds.AddedShapesDiffer,
        "Shapes that are added or multiplied must be the same",
        "{Layer} {Verb} {First}, which produces {Expected}, and {Second}, which produces {Actual}. Give both the same shape{Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Verb", "First", "Expected", "Second", "Actual", "Remedy");

    public static readonly DiagnosticDescriptor JoinedShapesDiffer = Create(
        RuleIds.JoinedShapesDiffer,
        "Shapes that are joined must agree in all but one axis",
        "{Layer} joins {First}, which produces {Expected}, and {Second}, which produces {Actual}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "First", "Expected", "Second", "Actual", "Remedy");

    public static readonly DiagnosticDescriptor AxisMissing = Create(
        RuleIds.AxisMissing,
        "A shape does not have the axis to join along",
        "{Layer} joins along {Axis}, but {Producer} produces {Actual}, which has no such axis. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Axis", "Producer", "Actual", "Remedy");

    public static readonly DiagnosticDescriptor KernelTooLarge = Create(
        RuleIds.KernelTooLarge,
        "A kernel is larger than its input",
        "{Layer} has a kernel of {Kernel} but its input, with padding, is {Padded} ({Producer} produces {Actual}). {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Kernel", "Padded", "Producer", "Actual", "Remedy", "Largest");

    public static readonly DiagnosticDescriptor LossNeedsVector = Create(
        RuleIds.LossNeedsVector,
        "A loss over classes needs a vector",
        "{Layer} expects a vector with a value for each class but {Producer} produces {Actual}. Insert [Flatten] and [Dense(classes)] before the loss.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Producer", "Actual");

    public static readonly DiagnosticDescriptor LossNeedsClasses = Create(
        RuleIds.LossNeedsClasses,
        "A loss over classes needs two of them",
        "{Layer} expects at least 2 classes but {Producer} produces {Actual}. Make it one output for each class, or use [BinaryCrossEntropy] for a single one.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Producer", "Actual");

    public static readonly DiagnosticDescriptor ReflectionTooLong = Create(
        RuleIds.ReflectionTooLong,
        "A reflection is longer than what it reflects",
        "{Layer} reflects {Amount} beyond a border, but the side is {Length} long and its border is not repeated ({Producer} produces {Actual}). {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Amount", "Length", "Producer", "Actual", "Remedy");

    public static readonly DiagnosticDescriptor NothingLeft = Create(
        RuleIds.NothingLeft,
        "Padding leaves nothing of an output",
        "{Layer} would produce {Output} positions, since Padding = {Padding} takes them away on every side ({Producer} produces {Actual}). Use less padding, or a larger input.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Output", "Padding", "Producer", "Actual");

    public static readonly DiagnosticDescriptor TensorTooLarge = Create(
        RuleIds.TensorTooLarge,
        "A tensor is too large",
        "{Layer} produces {Actual} values, more than the {Largest} that a tensor can hold. Make its input or the layer smaller.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Actual", "Largest");

    public static readonly DiagnosticDescriptor TooManyParameters = Create(
        RuleIds.TooManyParameters,
        "A network has too many parameters",
        "With {Layer} the network has {Actual} parameters, more than the {Largest} it can hold. Make the layer smaller, or pool its input first.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Actual", "Largest");

    public static readonly DiagnosticDescriptor TooMuchMemory = Create(
        RuleIds.TooMuchMemory,
        "A network needs too much memory",
        "With {Layer} the network keeps {Actual} values for each sample, more than the {Largest} it can hold. Pool earlier, or make layers smaller.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Actual", "Largest");

    public static readonly DiagnosticDescriptor NothingToNormalize = Create(
        RuleIds.NothingToNormalize,
        "A normalization needs more than one value",
        "{Layer} normalizes over {What}, of which nothing but the sign could be left ({Producer} produces {Actual}). {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "What", "Producer", "Actual", "Remedy");

    public static readonly DiagnosticDescriptor GroupsDoNotDivide = Create(
        RuleIds.GroupsDoNotDivide,
        "Groups must divide the channels",
        "{Layer} has {Groups} but {Producer} produces {Actual}, whose {Channels} channels they do not divide. Write one of {Divisors}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Groups", "Producer", "Actual", "Channels", "Divisors");

    public static readonly DiagnosticDescriptor GroupsDoNotDivideFilters = Create(
        RuleIds.GroupsDoNotDivideFilters,
        "Groups must divide the filters",
        "{Layer} has {Groups} and {Filters}, which they do not divide. Write {Nearest} filters, or one of {Divisors} groups.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Groups", "Filters", "Nearest", "Divisors");

    public static readonly DiagnosticDescriptor ReshapedLengthsDiffer = Create(
        RuleIds.ReshapedLengthsDiffer,
        "A shape has another number of values",
        "{Layer} makes {Expected}, which has {ExpectedLength} values, of what {Producer} produces: {Actual}. Write a shape with as many values, or change {Producer}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Expected", "ExpectedLength", "Producer", "Actual");

    public static readonly DiagnosticDescriptor SliceBeyondEnd = Create(
        RuleIds.SliceBeyondEnd,
        "A slice ends behind the last channel",
        "{Layer} takes the {Unit} {First} to {Last}, counted from 0, but {Producer} produces {Actual}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Unit", "First", "Last", "Producer", "Actual", "Remedy");

    public static readonly DiagnosticDescriptor ResidualShapesDiffer = Create(
        RuleIds.ResidualShapesDiffer,
        "A block's output has another shape than its input",
        "{Layer} adds what {Block} reads, {Expected} from {Producer}, and what it computes: {Last} produces {Actual}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Block", "Producer", "Expected", "Last", "Actual", "Remedy");

    public static readonly DiagnosticDescriptor SharedShapesDiffer = Create(
        RuleIds.SharedShapesDiffer,
        "Layers that share weights read different shapes",
        "{Layer} shares the weights of {Owner}, which reads {Expected}, but {Producer} produces {Actual}. Give both the same shape, or leave out Shared.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Owner", "Expected", "Producer", "Actual");

    public static readonly DiagnosticDescriptor ClassWeightsDiffer = Create(
        RuleIds.ClassWeightsDiffer,
        "Each class needs a weight",
        "{Loss} has {Weights} but {Producer} produces {Actual}, a value for each class. Write a weight for each class, or leave ClassWeights out.",
        Category, DiagnosticSeverity.Error,
        "Loss", "Weights", "Producer", "Actual");

    public static readonly DiagnosticDescriptor LossTupleDiffers = Create(
        RuleIds.LossTupleDiffers,
        "A loss of all outputs takes another number of them",
        "{Loss} takes tuples of {Expected}, but {Producer} produces {Actual}. Give the tuples as many elements as there are outputs, or write [Dense({Expected})] before the loss.",
        Category, DiagnosticSeverity.Error,
        "Loss", "Expected", "Producer", "Actual");

    public static readonly DiagnosticDescriptor TokensExpected = Create(
        RuleIds.TokensExpected,
        "An embedding reads tokens",
        "{Layer} looks up features of tokens, which are integers, but {Producer} produces {Actual}. Declare [Tokens(vocabulary)] for what it shall read, or use [Dense] for values.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Producer", "Actual");

    public static readonly DiagnosticDescriptor EmbeddingMissing = Create(
        RuleIds.EmbeddingMissing,
        "Only an embedding reads tokens",
        "{Layer} computes with values, but {Producer} is {Actual}, integers that only name things. Insert [Embedding(features)] behind {Producer}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Producer", "Actual");

    public static readonly DiagnosticDescriptor PaddingIndexOutside = Create(
        RuleIds.PaddingIndexOutside,
        "A token of padding is not of the vocabulary",
        "{Layer} has PaddingIndex = {Actual}, but {Producer} has a vocabulary of {Vocabulary}: tokens from 0 to {Last}. Write one of these, or give {Producer} a vocabulary of at least {Needed}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Actual", "Producer", "Vocabulary", "Last", "Needed");
}
