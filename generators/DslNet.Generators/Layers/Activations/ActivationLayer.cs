using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Activations;

/// <summary>A function of each value, that leaves the shape as it is.</summary>
/// <param name="Kind">Which of <see cref="Activations"/>.</param>
/// <param name="Arguments">The arguments of its attribute.</param>
internal sealed partial record ActivationLayer(string Kind, EquatableArray<float> Arguments) : LayerSpec
{
    public override string Kind { get; } = Kind;

    public override IEnumerable<LayerArgument> DeclaredArguments => Activations.Get(Kind).Declared(Arguments);

    public override bool IsActivation => true;

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => inputs[0].Shape;
}
