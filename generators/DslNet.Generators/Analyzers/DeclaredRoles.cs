using System.Collections.Immutable;
using DslNet.Generators.Model;
using DslNet.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace DslNet.Generators.Analyzers;

/// <summary>What a network's attributes declare, without looking at shapes: of networks in other assemblies there is nothing else.</summary>
/// <param name="HasLayers">Whether there is a layer.</param>
/// <param name="HasWeights">Whether there is a layer that learns something.</param>
/// <param name="HasLoss">Whether there is a loss.</param>
/// <param name="WantsInputGradient">Whether gradients by the input are wanted.</param>
/// <param name="AreSequences">Whether samples are sequences of frames.</param>
/// <param name="AreReduced">Whether a layer makes one value of all frames.</param>
/// <param name="AreDoubtful">Whether an attribute is not known, which may be any of these.</param>
internal readonly record struct DeclaredRoles(bool HasLayers, bool HasWeights, bool HasLoss, bool WantsInputGradient, bool AreSequences, bool AreReduced, bool AreDoubtful)
{
    public static DeclaredRoles Of(INamedTypeSymbol network)
    {
        ImmutableArray<AttributeData> attributes = network.GetAttributes();
        return new DeclaredRoles(
            HasLayers: Any(AttributeRole.Layer) || Any(AttributeRole.BlockUse),
            HasWeights: HasLayerIn(network, new(SymbolEqualityComparer.Default), static layer => layer.HasParameters, inProjections: true),
            HasLoss: Any(AttributeRole.Loss),
            WantsInputGradient: Of(AttributeRole.Input).Any(attribute => attribute.NamedArguments.Any(argument => argument is { Key: "Gradient", Value.Value: true })),
            AreSequences: Of(AttributeRole.Input).Any(attribute => attribute.AttributeClass!.MetadataName == "SequenceAttribute"),
            AreReduced: HasLayerIn(network, new(SymbolEqualityComparer.Default), static layer => layer.ReducesFrames, inProjections: false),
            AreDoubtful: Any(AttributeRole.Unresolved) || Any(AttributeRole.Foreign));

        bool Any(AttributeRole role) => Of(role).Any();
        IEnumerable<AttributeData> Of(AttributeRole role) => attributes.Where(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) == role);
    }

    /// <summary>Whether a network or a block has a layer of a kind, or uses a block that has.</summary>
    private static bool HasLayerIn(INamedTypeSymbol type, HashSet<ISymbol> seen, Func<LayerSpec, bool> isMeant, bool inProjections) => seen.Add(type) && type.GetAttributes().Any(attribute => KnownAttributes.RoleOf(attribute.AttributeClass) switch
    {
        AttributeRole.Layer => isMeant(LayerCatalogue.Default(attribute.AttributeClass!.Name)),
        AttributeRole.BlockUse => inProjections && attribute.NamedArguments.Any(argument => argument is { Key: "Projection", Value.Value: true })
            || attribute.AttributeClass!.TypeArguments is [INamedTypeSymbol block] && HasLayerIn(block, seen, isMeant, inProjections),
        _ => false,
    });
}
