namespace DslNet.Generators.Layers.Activations;

/// <summary>x·sigmoid(x).</summary>
internal sealed partial record SiLULayer : ActivationLayer
{
    public override string Kind => "SiLU";
}
