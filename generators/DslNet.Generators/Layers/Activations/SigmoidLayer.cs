namespace DslNet.Generators.Layers.Activations;

/// <summary>1 / (1 + e⁻ˣ).</summary>
internal sealed partial record SigmoidLayer : ActivationLayer
{
    public override string Kind => "Sigmoid";
}
