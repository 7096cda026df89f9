using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Normalization;

/// <summary>(x − mean) / √(variance + ε), then a learned weight and bias for each value.</summary>
/// <param name="Epsilon">ε.</param>
/// <param name="Affine">Whether there are weights, and biases.</param>
/// <param name="Bias">Whether there are biases beside the weights.</param>
/// <param name="PerPosition">Whether each position is normalized by itself.</param>
internal sealed record LayerNormLayer(float Epsilon, bool Affine, bool Bias, bool PerPosition) : NormLayer(Epsilon, Affine, PerPosition)
{
    private const float Default = 1e-5f;

    public static LayerSpec Read(IDeclaredArguments arguments) => new LayerNormLayer(
        arguments.Finite("Epsilon", Default, minimum: 0, exclusive: true), arguments.Boolean("Affine", otherwise: true),
        arguments.Boolean("Bias", otherwise: true), arguments.Boolean("PerPosition", otherwise: false));

    public override string Kind => "LayerNorm";

    public override IEnumerable<LayerArgument> DeclaredArguments =>
    [
        LayerArgument.Named("Epsilon", Epsilon, Default), LayerArgument.Named("Affine", Affine, otherwise: true),
        LayerArgument.Named("Bias", Bias, otherwise: true), LayerArgument.Named("PerPosition", PerPosition, otherwise: false),
    ];

    protected override bool IsCentered => true;

    protected override bool HasBias => Bias;
}
