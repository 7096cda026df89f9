namespace DslNet.Generators.Layers.Activations;

/// <summary>x·Φ(x), exactly.</summary>
internal sealed partial record GELULayer : ActivationLayer
{
    public override string Kind => "GELU";
}
