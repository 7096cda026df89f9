using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>x / √(mean of x² + ε), then a learned weight for each value.</summary>
/// <param name="Epsilon">ε.</param>
/// <param name="Affine">Whether there are weights.</param>
/// <param name="PerPosition">Whether each position is normalized by itself.</param>
internal sealed record RMSNormLayer(float Epsilon, bool Affine, bool PerPosition) : NormLayer(Epsilon, Affine, PerPosition)
{
    // The distance from 1 to the next float, as in PyTorch.
    private const float Default = 1.1920929e-7f;

    public static LayerSpec Read(IDeclaredArguments arguments) => new RMSNormLayer(
        arguments.Finite("Epsilon", Default, minimum: 0, exclusive: true), arguments.Boolean("Affine", otherwise: true), arguments.Boolean("PerPosition", otherwise: false));

    public override string Kind => "RMSNorm";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
    [
        LayerArgument.Named("Epsilon", Epsilon, Default), LayerArgument.Named("Affine", Affine, otherwise: true),
        LayerArgument.Named("PerPosition", PerPosition, otherwise: false),
    ];

    protected override bool IsCentered => false;

    protected override bool HasBias => false;
}
