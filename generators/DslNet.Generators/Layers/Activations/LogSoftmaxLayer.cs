using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Activations;

/// <summary>The logarithm of softmax: over a vector, or over the channels at each place of an image. No function of one value either, and never fused.</summary>
internal sealed partial record LogSoftmaxLayer : LayerSpec
{
    public override string Kind => "LogSoftmax";

    public override bool IsActivation => true;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => inputs[0].Shape;
}
