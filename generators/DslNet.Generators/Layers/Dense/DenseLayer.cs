using DslNet.Generators.Model;

namespace DslNet.Generators.Layers.Dense;

/// <summary>y = W·x + b.</summary>
internal sealed partial record DenseLayer(int Outputs, int DeclaredInputs, WeightOptions Weights) : LayerSpec
{
    public override string Kind => "Dense";

    public override string Declaration => Weights.Bias ? $"Dense({Outputs})" : $"Dense({Outputs}, Bias = false)";

    public override Shape InferShape(IReadOnlyList<ShapedInput> inputs, IShapeProblems problems) => Shape.Vector(Outputs);

    public override long ParameterCount(Shape input) => (input.Length + (Weights.Bias ? 1 : 0)) * Outputs;

    public override long MultiplyAdds(Shape input, Shape output) => input.Length * Outputs;
}
