using System.Collections.Immutable;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Analyzers;

/// <summary>What a network's attributes declare, without looking at shapes: of networks in other assemblies there is nothing else.</summary>
/// <param name="HasLayers">Whether there is a layer.</param>
/// <param name="HasWeights">Whether there is a layer that learns something.</param>
/// <param name="HasLoss">Whether there is a loss.</param>
/// <param name="WantsInputGradient">Whether gradients by the input are wanted.</param>
/// <param name="AreDoubtful">Whether an attribute is not known, which may be any of these.</param>
internal readonly record struct DeclaredRoles(bool HasLayers, bool HasWeights, bool HasLoss, bool WantsInputGradient, bool AreDoubtful)
{
    public static DeclaredRoles Of(INamedTypeSymbol network)
    {
        ImmutableArray<AttributeData> attributes = network.GetAttributes();
        return new DeclaredRoles(
            HasLayers: Any(AttributeRole.Layer) || Any(AttributeRole.BlockUse),
            HasWeights: HasWeightsIn(network, new(SymbolEqualityComparer.Default)),
            HasLoss: Any(AttributeRole.Loss),
            WantsInputGradient: Of(AttributeRole.Input).Any(attribute => attribute.NamedArguments.Any(argument => argument is { Key: "Gradient", Value.Value: true })),
            AreDoubtful: Any(AttributeRole.Unresolved) || Any(AttributeRole.Foreign));

        bool Any(AttributeRole role) => Of(role).Any();
        IEnumerable<AttributeData> Of(AttributeRole role) => attributes.Where(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) == role);
    }
    /// <summary>Whether a network or a block has a layer that learns something, or uses a block that has.</summary>
    private static bool HasWeightsIn(INamedTypeSymbol type, HashSet<ISymbol> seen) => seen.Add(type) && type.GetAttributes().Any(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) switch
    {
        AttributeRole.Layer => LayerCatalogue.Default(attribute.AttributeClass!.Name).HasParameters,
        AttributeRole.BlockUse => attribute.NamedArguments.Any(argument => argument is { Key: "Projection", Value.Value: true })
            || attribute.AttributeClass!.TypeArguments is [INamedTypeSymbol block] && HasWeightsIn(block, seen),
        _ => false,
    });
}
