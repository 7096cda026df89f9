namespace DslNet.Generators.Layers.Activations;

/// <summary>ln(1 + eˣ).</summary>
internal sealed partial record SoftplusLayer : ActivationLayer
{
    public override string Kind => "Softplus";
}
