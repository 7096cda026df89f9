using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Parsing;

/// <summary>Tells the library's attributes from all others.</summary>
internal static class KnownAttributes
{
    public const string Network = "DslNet.NetworkAttribute";

    public static AttributeRole RoleOf(INamedTypeSymbol? attribute)
    {
        if (attribute is null || attribute.TypeKind == TypeKind.Error || Placeholder.Is(attribute))
            return AttributeRole.Unresolved;

        if (!attribute.IsOurs())
            return BaseOf(attribute) is null ? AttributeRole.None : AttributeRole.Foreign;

        return attribute.MetadataName switch
        {
            "NetworkAttribute" => AttributeRole.Network,
            "BlockAttribute" => AttributeRole.Block,
            "UseAttribute`1" or "RepeatAttribute`1" or "ResidualAttribute`1" => AttributeRole.BlockUse,
            "InputAttribute" or "SequenceAttribute" or "TokensAttribute" or "TokenSequenceAttribute" => AttributeRole.Input,
            "OutputAttribute" => AttributeRole.Output,
            "BudgetAttribute" => AttributeRole.Budget,
            "PopulationAttribute" => AttributeRole.Population,
            string name when LayerCatalogue.Readers.ContainsKey(name) => AttributeRole.Layer,
            string name when LossCatalogue.Readers.ContainsKey(name) => AttributeRole.Loss,
            _ => BaseOf(attribute) is null ? AttributeRole.None : AttributeRole.Foreign,
        };
    }

    /// <summary>The library's attribute that another derives from, if it is one for layers or losses.</summary>
    public static INamedTypeSymbol? BaseOf(INamedTypeSymbol attribute)
    {
        for (INamedTypeSymbol? type = attribute.BaseType; type is not null; type = type.BaseType)
        {
            if (type.MetadataName is "LayerAttribute" or "LossAttribute" && type.IsOurs())
                return type;
        }

        return null;
    }

    /// <summary>The attribute's name as it is written: without its ending.</summary>
    public static string DisplayName(INamedTypeSymbol attribute) => IdentifierText.WithoutAttributeEnding(attribute.Name)
        + (attribute.TypeArguments.IsEmpty ? "" : $"<{string.Join(", ", attribute.TypeArguments.Select(argument => argument.Name))}>");
}
