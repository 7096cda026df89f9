using DslNet.Generators.Model;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DslNet.Generators.Parsing;

/// <summary>An attribute that the compiler does not find, where it is known what was meant.</summary>
/// <param name="Name">The name as it is written.</param>
/// <param name="Fact">What is known of it, behind "There is no [Name]".</param>
/// <param name="Remedy">What to write.</param>
/// <param name="Replacement">The attribute to write in its place; empty if that is not certain.</param>
/// <param name="MayExist">Whether another generator may have an attribute of this name.</param>
/// <param name="MayBeLayer">Whether it stands for a layer, so that shapes behind it are doubtful.</param>
internal sealed record UnknownAttribute(string Name, string Fact, string Remedy, string Replacement, bool MayExist, bool MayBeLayer)
{
    private static readonly HashSet<string> s_ports = new(StringComparer.Ordinal) { "Input", "Output", "Budget", "Block" };

    /// <summary>What uses a block, which is their type argument.</summary>
    private static readonly HashSet<string> s_uses = new(StringComparer.Ordinal) { "Use", "Repeat", "Residual" };

    /// <summary>All attributes beside [Network] that have no type argument.</summary>
    private static readonly string[] s_own =
        [.. LayerCatalogue.Readers.Keys.Concat(LossCatalogue.Readers.Keys).Select(IdentifierText.WithoutAttributeEnding), .. s_ports];

    /// <returns>Null if nothing is known of the name, or if it is right and only its namespace is missing.</returns>
    public static UnknownAttribute? Of(AttributeSyntax attribute)
    {
        string name = IdentifierText.WithoutAttributeEnding(NameOf(attribute));
        if (s_own.Contains(name) || s_uses.Contains(name) || attribute.Name.DescendantNodesAndSelf().OfType<GenericNameSyntax>().Any())
            return null;
        if (ForeignNames.Find(name) is { } known)
            return Of(attribute, name, known) with { MayExist = ForeignNames.IsCommonWord(name) };

        return Spelling.Meant(name, s_own) is { } meant
            ? new(name, $": DslNet has {meant}", $"Write [{meant}]", meant + attribute.ArgumentList, MayExist: false, IsLayer(meant))
            : null;
    }

    /// <summary>The name without what stands before it, as it is written.</summary>
    public static string NameOf(AttributeSyntax attribute) => attribute.Name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax aliased => aliased.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };

    /// <summary>Reports it.</summary>
    public void AddTo(ProblemList problems, AttributeSyntax attribute) =>
        problems.Add(RuleIds.UnknownAttribute, attribute.GetLocation(), [Name, Fact, Remedy, Replacement]);

    private static UnknownAttribute Of(AttributeSyntax attribute, string name, ForeignName known)
    {
        if (known.Meant is not { } meant)
            return new(name, " in DslNet so far", known.Form, "", MayExist: false, MayBeLayer: true);
        if (known.Difference is { Length: 0 })
            return new(name, $": the nearest that DslNet has is {meant}", $"Write [{known.Form}] if it will do", "", MayExist: false, IsLayer(meant));

        ForeignTranslation translation = ForeignArguments.Translate(attribute, known);
        if (translation.Differs)
            return new(name, $": the nearest that DslNet has is {meant}, {known.Otherwise}", $"Write [{known.Form}] if it will do", "", MayExist: false, IsLayer(meant));
        string difference = known.Difference is null ? "" : $", {known.Difference}";
        return new(name, $": DslNet calls this {meant}{difference}", $"Write [{translation.Text ?? known.Form}]", translation.Text ?? "", MayExist: false, IsLayer(meant));
    }

    private static bool IsLayer(string name) => LayerCatalogue.Readers.ContainsKey(name + IdentifierText.AttributeEnding);
}
