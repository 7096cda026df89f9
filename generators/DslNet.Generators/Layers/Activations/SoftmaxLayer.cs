using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Activations;

/// <summary>
/// eˣ over the sum of all eˣ, or its logarithm: over a vector, or over the channels at each position of an image. Unlike the other activations it
/// is no function of a single value, and so is never fused.
/// </summary>
/// <param name="IsLogarithm">Whether it is the logarithm.</param>
internal sealed partial record SoftmaxLayer(bool IsLogarithm) : LayerSpec
{
    public override string Kind => IsLogarithm ? "LogSoftmax" : "Softmax";

    public override bool IsActivation => true;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => inputs[0].Shape;
}
