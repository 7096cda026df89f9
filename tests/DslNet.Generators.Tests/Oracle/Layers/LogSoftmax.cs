namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>x less the logarithm of the sum of all eˣ, across the numbers of a vector or the channels at each place.</summary>
internal sealed class LogSoftmax : OracleLayer
{
    public override string Kind => "LogSoftmax";

    protected override Extent Infer() => Input;

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded x = inputs[0], y = new(x.Length);
        foreach (int[] group in Groups())
        {
            double largest = group.Max(i => x.Value[i]);
            double sum = group.Sum(i => Math.Exp(x.Value[i] - largest)), logarithm = Math.Log(sum);

            // The relative error of the sum is the absolute one of its logarithm.
            double common = Rounding.Of(group.Length + 8) + Rounding.Function * Rounding.Unit * logarithm
                + group.Sum(i => Math.Exp(x.Value[i] - largest) / sum * (x.Error[i] + Rounding.Unit * (largest - x.Value[i])));
            foreach (int i in group)
            {
                double below = largest - x.Value[i];
                y.Set(i, -below - logarithm, group.Length == 1 ? 0 : x.Error[i] + common + Rounding.Unit * (2 * below + logarithm));
            }
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        Bounded y = reverse.Output, dy = reverse.OutputGradient;
        foreach (int[] group in Groups())
        {
            var sum = new Sums(1);
            foreach (int i in group)
                sum.Add(0, 1, 0, dy.Value[i], dy.Error[i]);
            foreach (int i in group)
            {
                double share = Math.Exp(y.Value[i]), part = share * sum.Value(0);
                double error = dy.Error[i] + share * sum.Error(0) + Math.Abs(part) * (y.Error[i] + Rounding.Function * Rounding.Unit)
                    + 2 * Rounding.Unit * (Math.Abs(dy.Value[i]) + Math.Abs(part));
                reverse.InputGradients[0].Add(i, dy.Value[i] - part, error + Rounding.Tiny);
            }
        }
    }

    private IEnumerable<int[]> Groups() =>
        Enumerable.Range(0, Input.Places).Select(place => Enumerable.Range(0, Input.Channels).Select(channel => channel * Input.Places + place).ToArray());
}
