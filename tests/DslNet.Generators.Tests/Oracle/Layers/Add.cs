namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>The sum of all inputs.</summary>
internal sealed class Add : ElementwiseJoin
{
    public override string Kind => "Add";

    protected override (double Value, double Error) Join((double Value, double Error) before, (double Value, double Error) next) =>
        (before.Value + next.Value, before.Error + next.Error + Rounding.Unit * (Math.Abs(before.Value) + Math.Abs(next.Value)));

    protected override (double Value, double Error) Derivative(IReadOnlyList<(double Value, double Error)> inputs, int by) => (1, 0);
}
