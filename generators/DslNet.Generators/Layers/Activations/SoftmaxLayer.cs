namespace DslNet.Generators.Layers.Activations;

/// <summary>eˣ over the sum of all eˣ: over a vector, or over the channels at each place of an image.</summary>
internal sealed partial record SoftmaxLayer : ActivationLayer
{
    public override string Kind => "Softmax";
}
