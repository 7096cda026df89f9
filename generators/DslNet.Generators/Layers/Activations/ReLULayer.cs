namespace DslNet.Generators.Layers.Activations;

/// <summary>max(0, x).</summary>
internal sealed partial record ReLULayer : ActivationLayer
{
    public override string Kind => "ReLU";
}
