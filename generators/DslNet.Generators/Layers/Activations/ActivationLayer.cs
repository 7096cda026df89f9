using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Activations;

/// <summary>A function of each number, that leaves the shape as it is.</summary>
internal abstract partial record ActivationLayer : LayerSpec
{
    public override bool IsActivation => true;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => inputs[0].Shape;
}
