namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>The mean of each window; padding counts as zeros, or not at all.</summary>
internal class AvgPool(int[] window, int? stride = null, int padding = 0, bool ceil = false, bool countIncludePad = true)
    : Pooling("AvgPool", window, stride, padding, ceil)
{
    public override IEnumerable<string> Arguments => countIncludePad ? base.Arguments : base.Arguments.Append("CountIncludePad = false");

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var sums = new Sums(Output.Length);
        foreach ((int output, List<int> taken) in Windows())
        {
            double share = Share(output, taken);
            foreach (int i in taken)
                sums.Add(output, share, share * Rounding.Unit, inputs[0].Value[i], inputs[0].Error[i]);
        }

        return sums.ToBounded();
    }

    public override void Backward(Reverse reverse)
    {
        var dx = new Sums(Input.Length);
        foreach ((int output, List<int> taken) in Windows())
        {
            double share = Share(output, taken);
            foreach (int i in taken)
                dx.Add(i, share, share * Rounding.Unit, reverse.OutputGradient.Value[output], reverse.OutputGradient.Error[output]);
        }

        dx.AddTo(reverse.InputGradients[0]);
    }

    private double Share(int output, List<int> taken)
    {
        int row = output % Output.Places / Output.Width, column = output % Output.Width;
        return 1.0 / (countIncludePad ? Rows.PaddedPlaces(row) * Columns.PaddedPlaces(column) : taken.Count);
    }
}
