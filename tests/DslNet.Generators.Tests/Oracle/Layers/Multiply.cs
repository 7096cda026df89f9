namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>The product of all inputs.</summary>
internal sealed class Multiply : ElementwiseJoin
{
    public override string Kind => "Multiply";

    protected override (double Value, double Error) Join((double Value, double Error) before, (double Value, double Error) next) => Product(before, next);

    protected override (double Value, double Error) Derivative(IReadOnlyList<(double Value, double Error)> inputs, int by) =>
        inputs.Where((_, i) => i != by).Aggregate(Product);
}
