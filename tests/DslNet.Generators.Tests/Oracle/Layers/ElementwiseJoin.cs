namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>A join that computes each value from the values of all inputs at its place. A vector beside images has a value for each channel.</summary>
internal abstract class ElementwiseJoin : OracleLayer
{
    public override bool IsJoin => true;

    protected override Extent Infer() => InputExtents.Any(extent => extent.IsImage) ? InputExtents.First(extent => extent.IsImage) : Input;

    /// <summary>Joins what the inputs before gave with the next input.</summary>
    protected abstract (double Value, double Error) Join((double Value, double Error) before, (double Value, double Error) next);

    /// <summary>The derivative with respect to an input.</summary>
    protected abstract (double Value, double Error) Derivative(IReadOnlyList<(double Value, double Error)> inputs, int by);

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var y = new Bounded(Output.Length);
        for (int i = 0; i < y.Length; i++)
        {
            (double value, double error) = ValuesAt(inputs, i).Aggregate(Join);
            y.Set(i, value, error);
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        for (int input = 0; input < InputExtents.Count; input++)
        {
            // What a value is read by at several positions is a sum.
            var sums = new Sums(InputExtents[input].Length);
            for (int i = 0; i < Output.Length; i++)
            {
                (double derivative, double error) = Derivative(ValuesAt(reverse.Inputs, i), input);
                sums.Add(IndexIn(input, i), reverse.OutputGradient.Value[i], reverse.OutputGradient.Error[i], derivative, error);
            }

            sums.AddTo(reverse.InputGradients[input]);
        }
    }

    protected static (double Value, double Error) Product((double Value, double Error) a, (double Value, double Error) b) => (
        a.Value * b.Value,
        Math.Abs(a.Value) * b.Error + Math.Abs(b.Value) * a.Error + a.Error * b.Error + Rounding.Unit * Math.Abs(a.Value * b.Value));

    private (double Value, double Error)[] ValuesAt(IReadOnlyList<Bounded> inputs, int index) =>
        [.. inputs.Select((input, i) => (input.Value[IndexIn(i, index)], input.Error[IndexIn(i, index)]))];

    private int IndexIn(int input, int index) => InputExtents[input] == Output ? index : index / Output.Places;
}
