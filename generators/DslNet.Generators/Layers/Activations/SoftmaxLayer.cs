using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Activations;

/// <summary>
/// eˣ over the sum of all eˣ: over a vector, or over the channels at each position of an image. Unlike the other activations it
/// is no function of a single value, and so is never fused.
/// </summary>
internal sealed partial record SoftmaxLayer : LayerSpec
{
    public override string Kind => "Softmax";

    public override bool IsActivation => true;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => inputs[0].Shape;
}
