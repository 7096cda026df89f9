using DslNet.Generators.Model;
using Microsoft.CodeAnalysis;
using static DslNet.Generators.Diagnostics.DiagnosticDescriptorHelper;

namespace DslNet.Generators.Diagnostics;

/// <summary>Rules about the class, its attributes and their names: DSLN0001 and up.</summary>
internal static class DeclarationRules
{
    private const string Category = "DslNet.Declaration";

    public static readonly DiagnosticDescriptor NetworkNotPartial = Create(
        RuleIds.NetworkNotPartial,
        "A network must be partial",
        "{Class} is a network but not partial, so that nothing can be added to it. Write 'partial class {Class}'.",
        Category, DiagnosticSeverity.Error,
        "Class");

    public static readonly DiagnosticDescriptor CannotBeExtended = Create(
        RuleIds.CannotBeExtended,
        "A class of this form cannot be a network",
        "{Class} cannot be a network because it {Reason}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Class", "Reason", "Remedy");

    public static readonly DiagnosticDescriptor ContainerNotPartial = Create(
        RuleIds.ContainerNotPartial,
        "A type around a network must be partial",
        "{Class} is declared inside {Container}, which is not partial. Write 'partial' before {Container}'s keyword, or move {Class} out of it.",
        Category, DiagnosticSeverity.Error,
        "Class", "Container");

    public static readonly DiagnosticDescriptor RequiredMember = Create(
        RuleIds.RequiredMember,
        "A network cannot have required members",
        "{Member} is required, but {Class} is also created by generated code that does not know it. Remove 'required' and give {Member} a default.",
        Category, DiagnosticSeverity.Error,
        "Class", "Member");

    public static readonly DiagnosticDescriptor InputMissing = Create(
        RuleIds.InputMissing,
        "A network needs an input",
        "{Class} has no [Input], so that no shape can be inferred. Add [Input(features)], [Input(channels, length)] or [Input(channels, height, width)] before the first layer.",
        Category, DiagnosticSeverity.Error,
        "Class");

    public static readonly DiagnosticDescriptor LayerMissing = Create(
        RuleIds.LayerMissing,
        "A network needs a layer",
        "{Class} has no layer. Add one {Place}, such as [Dense(10)].",
        Category, DiagnosticSeverity.Error,
        "Class", "Place");

    public static readonly DiagnosticDescriptor OtherDeclaration = Create(
        RuleIds.OtherDeclaration,
        "A network is declared in one place",
        "[{Attribute}] is on another declaration of {Class} than [Network], where its order among the layers is not defined. Move it to the declaration that carries [Network].",
        Category, DiagnosticSeverity.Error,
        "Class", "Attribute");

    public static readonly DiagnosticDescriptor NetworkMissing = Create(
        RuleIds.NetworkMissing,
        "The attributes of a network need [Network]",
        "{Class} has [{Attribute}] but no [Network], so that nothing is generated. Add [Network], or remove the attribute.",
        Category, DiagnosticSeverity.Error,
        "Class", "Attribute");

    public static readonly DiagnosticDescriptor NameUsedTwice = Create(
        RuleIds.NameUsedTwice,
        "A layer's name is used twice",
        "{Layer} is the name of two layers. Give one of them another Name.",
        Category, DiagnosticSeverity.Error,
        "Layer");

    public static readonly DiagnosticDescriptor NameNotIdentifier = Create(
        RuleIds.NameNotIdentifier,
        "A layer's name is no identifier",
        "\"{Name}\" is no C# identifier, and layers become properties. Name the layer with letters, digits and underscores, such as \"{Suggestion}\".",
        Category, DiagnosticSeverity.Error,
        "Name", "Suggestion");

    public static readonly DiagnosticDescriptor NameTaken = Create(
        RuleIds.NameTaken,
        "A layer's name is taken",
        "The layer's name {Layer} is also that of {Taker}. Give the layer another Name.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Taker");

    public static readonly DiagnosticDescriptor UnknownReference = Create(
        RuleIds.UnknownReference,
        "A layer is referred to that does not exist",
        "{Layer} refers to \"{Name}\", but no layer has this name. Write one of: {Known}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Name", "Known");

    public static readonly DiagnosticDescriptor LaterReference = Create(
        RuleIds.LaterReference,
        "A layer is referred to before it is declared",
        "{Layer} refers to {Name}, which is not computed before it. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Name", "Remedy");

    public static readonly DiagnosticDescriptor OutputUnused = Create(
        RuleIds.OutputUnused,
        "A layer's output is never used",
        "{Layer} is computed but no layer reads it. Join it with [Add] or [Concat], declare it as an [Output] with a name, or remove it.",
        Category, DiagnosticSeverity.Error,
        "Layer");

    public static readonly DiagnosticDescriptor SecondLoss = Create(
        RuleIds.SecondLoss,
        "A second loss of the same output",
        "{Class} declares {First} and {Second}, but {Reason}. Remove one of them{Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Class", "First", "Second", "Reason", "Remedy");

    public static readonly DiagnosticDescriptor LossNotLast = Create(
        RuleIds.LossNotLast,
        "A loss is computed from an output",
        "{Loss} is computed from {Layer}, but it is the loss of {Last}. Remove From{Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Loss", "Layer", "Last", "Remedy");

    public static readonly DiagnosticDescriptor UnknownLayer = Create(
        RuleIds.UnknownLayer,
        "A layer that is not part of DslNet",
        "{Attribute} derives from {Base}, but no code can be generated for a layer or loss that is not part of DslNet. Use the attributes of DslNet.",
        Category, DiagnosticSeverity.Error,
        "Attribute", "Base");

    public static readonly DiagnosticDescriptor MemberTaken = Create(
        RuleIds.MemberTaken,
        "A member has the name of a generated one",
        "{Class} declares {Member}, but a member of this name is generated for every network. Give yours another name.",
        Category, DiagnosticSeverity.Error,
        "Class", "Member");

    public static readonly DiagnosticDescriptor SecondAttribute = Create(
        RuleIds.SecondAttribute,
        "An attribute is declared twice",
        "{Class} has a second [{Attribute}], but a network has one{Exception}. Remove one of them{Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Class", "Attribute", "Exception", "Remedy");

    public static readonly DiagnosticDescriptor UnknownAttribute = Create(
        RuleIds.UnknownAttribute,
        "An attribute that does not exist",
        "There is no [{Attribute}]{Fact}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Attribute", "Fact", "Remedy", "Replacement");

    public static readonly DiagnosticDescriptor ClassNameTaken = Create(
        RuleIds.ClassNameTaken,
        "A network has the name of a generated member",
        "{Class} is the name of a member that is generated for every network, and no member may be called as its class. Give the class another name, such as {Suggestion}.",
        Category, DiagnosticSeverity.Error,
        "Class", "Suggestion");

    public static readonly DiagnosticDescriptor NotInBlock = Create(
        RuleIds.NotInBlock,
        "A block is a part of a network",
        "{Class} is a block, which cannot have [{Attribute}]: it is a part of networks, and reads what stands before its use. Remove [{Attribute}], or let {Class} be a network and remove [Block].",
        Category, DiagnosticSeverity.Error,
        "Class", "Attribute");

    public static readonly DiagnosticDescriptor BlockExpected = Create(
        RuleIds.BlockExpected,
        "What is used must be a block",
        "[{Attribute}] uses {Class}, which is {Fact}. {Remedy}, or use a class that is marked so.",
        Category, DiagnosticSeverity.Error,
        "Attribute", "Class", "Fact", "Remedy");

    public static readonly DiagnosticDescriptor BlockCircle = Create(
        RuleIds.BlockCircle,
        "A block uses itself",
        "{Class} would have itself as a part: {Circle}. Remove one of these uses.",
        Category, DiagnosticSeverity.Error,
        "Class", "Circle");

    public static readonly DiagnosticDescriptor InputNotSaid = Create(
        RuleIds.InputNotSaid,
        "A layer does not say which input it reads",
        "{Layer} does not say which of the inputs it reads. Write {Choices}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Choices");

    public static readonly DiagnosticDescriptor InputUnused = Create(
        RuleIds.InputUnused,
        "An input is never read",
        "{Input} is an input that no layer reads. Write From = \"{Input}\" in a layer, or remove it.",
        Category, DiagnosticSeverity.Error,
        "Input");

    public static readonly DiagnosticDescriptor OutputNotSaid = Create(
        RuleIds.OutputNotSaid,
        "A loss does not say which output it is of",
        "{Loss} does not say which of the outputs it is of. Write {Choices}.",
        Category, DiagnosticSeverity.Error,
        "Loss", "Choices");

    public static readonly DiagnosticDescriptor UnknownOutput = Create(
        RuleIds.UnknownOutput,
        "A loss is of an output that does not exist",
        "{Loss} is of \"{Name}\", but no output has this name. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Loss", "Name", "Remedy", "Known");

    public static readonly DiagnosticDescriptor PortNameTaken = Create(
        RuleIds.PortNameTaken,
        "An input or an output cannot have its name",
        "\"{Name}\" cannot be the name of {Port}: {Reason}. Write another Name.",
        Category, DiagnosticSeverity.Error,
        "Name", "Port", "Reason");

    public static readonly DiagnosticDescriptor FunctionNotFound = Create(
        RuleIds.FunctionNotFound,
        "A function of one's own is not to be found",
        "{Layer} is computed by {Function}, which {Fact}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Function", "Fact", "Remedy");

    public static readonly DiagnosticDescriptor FunctionUnreadable = Create(
        RuleIds.FunctionUnreadable,
        "A function of one's own has what cannot be compiled",
        "{Layer} cannot be compiled: {Fact}. {Remedy}.",
        Category, DiagnosticSeverity.Error,
        "Layer", "Fact", "Remedy");
}
