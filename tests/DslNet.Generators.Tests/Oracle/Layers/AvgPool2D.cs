namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>The mean of each window; padding counts as zeros.</summary>
internal sealed class AvgPool2D(int height, int width, int? stride = null, int padding = 0) : Pooling(height, width, stride, padding)
{
    public override string Kind => "AvgPool2D";

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var sums = new Sums(Output.Length);
        double share = 1.0 / WindowPlaces;
        foreach ((int output, List<int> window) in Windows())
        {
            foreach (int i in window)
                sums.Add(output, share, share * Rounding.Unit, inputs[0].Value[i], inputs[0].Error[i]);
        }

        return sums.ToBounded();
    }

    public override void Backward(Reverse reverse)
    {
        var dx = new Sums(Input.Length);
        double share = 1.0 / WindowPlaces;
        foreach ((int output, List<int> window) in Windows())
        {
            foreach (int i in window)
                dx.Add(i, share, share * Rounding.Unit, reverse.OutputGradient.Value[output], reverse.OutputGradient.Error[output]);
        }

        dx.AddTo(reverse.InputGradients[0]);
    }
}
