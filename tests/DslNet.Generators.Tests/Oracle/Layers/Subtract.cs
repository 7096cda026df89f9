namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>The first input without the others.</summary>
internal sealed class Subtract : ElementwiseJoin
{
    public override string Kind => "Subtract";

    protected override (double Value, double Error) Join((double Value, double Error) before, (double Value, double Error) next) =>
        (before.Value - next.Value, before.Error + next.Error + Rounding.Unit * (Math.Abs(before.Value) + Math.Abs(next.Value)));

    protected override (double Value, double Error) Derivative(IReadOnlyList<(double Value, double Error)> inputs, int by) => (by == 0 ? 1 : -1, 0);
}
