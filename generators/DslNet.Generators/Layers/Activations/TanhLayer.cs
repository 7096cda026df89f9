namespace DslNet.Generators.Layers.Activations;

/// <summary>The hyperbolic tangent.</summary>
internal sealed partial record TanhLayer : ActivationLayer
{
    public override string Kind => "Tanh";
}
