namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>eˣ over the sum of all eˣ, across the numbers of a vector or the channels at each place.</summary>
internal sealed class Softmax : OracleLayer
{
    public override string Kind => "Softmax";

    protected override Extent Infer() => Input;

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded x = inputs[0], y = new(x.Length);
        foreach (int[] group in Groups())
        {
            double largest = group.Max(i => x.Value[i]);
            double sum = group.Sum(i => Math.Exp(x.Value[i] - largest));
            double common = group.Sum(i => Math.Exp(x.Value[i] - largest) / sum * (x.Error[i] + Rounding.Unit * (largest - x.Value[i])));
            foreach (int i in group)
            {
                double value = Math.Exp(x.Value[i] - largest) / sum;
                double own = Rounding.Of(group.Length + 8) + Rounding.Unit * (largest - x.Value[i]);
                y.Set(i, value, group.Length == 1 ? 0 : value * (own + x.Error[i] + common) + Rounding.Tiny);
            }
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        Bounded y = reverse.Output, dy = reverse.OutputGradient;
        foreach (int[] group in Groups())
        {
            var mean = new Sums(1);
            foreach (int i in group)
                mean.Add(0, y.Value[i], y.Error[i], dy.Value[i], dy.Error[i]);
            foreach (int i in group)
            {
                double difference = dy.Value[i] - mean.Value(0);
                double error = dy.Error[i] + mean.Error(0) + 3 * Rounding.Unit * (Math.Abs(dy.Value[i]) + Math.Abs(mean.Value(0)));
                reverse.InputGradients[0].Add(i, y.Value[i] * difference, y.Error[i] * Math.Abs(difference) + y.Value[i] * error + Rounding.Tiny);
            }
        }
    }

    private IEnumerable<int[]> Groups() =>
        Enumerable.Range(0, Input.Places).Select(place => Enumerable.Range(0, Input.Channels).Select(channel => channel * Input.Places + place).ToArray());
}
