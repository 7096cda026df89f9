using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Several times as many places on each axis: the nearest value, or linear interpolation between places that are pixels' centres.</summary>
internal sealed class Upsample(int scaleHeight, int scaleWidth, bool bilinear = false) : OracleLayer
{
    /// <summary>Of a signal, or of both sides of an image.</summary>
    public Upsample(int scale, bool bilinear = false) : this(scale, scale, bilinear)
    {
    }

    public override string Kind => "Upsample";

    public override IEnumerable<string> Arguments =>
    [
        .. (scaleHeight == scaleWidth ? new[] { scaleWidth } : [scaleHeight, scaleWidth]).Select(scale => scale.ToString(CultureInfo.InvariantCulture)),
        .. bilinear ? ["Mode = UpsampleMode.Bilinear"] : Array.Empty<string>(),
    ];

    protected override Extent Infer() => Input with { Height = Input.Height * Rows, Width = Input.Width * scaleWidth };

    private int Rows => Input.IsSignal ? 1 : scaleHeight;

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var sums = new Sums(Output.Length);
        foreach ((int output, int input, double weight) in Weights())
            sums.Add(output, weight, bilinear ? 4 * weight * Rounding.Unit : 0, inputs[0].Value[input], inputs[0].Error[input]);
        return sums.ToBounded();
    }

    public override void Backward(Reverse reverse)
    {
        var dx = new Sums(Input.Length);
        foreach ((int output, int input, double weight) in Weights())
            dx.Add(input, weight, bilinear ? 4 * weight * Rounding.Unit : 0, reverse.OutputGradient.Value[output], reverse.OutputGradient.Error[output]);
        dx.AddTo(reverse.InputGradients[0]);
    }

    private IEnumerable<(int Output, int Input, double Weight)> Weights()
    {
        for (int channel = 0; channel < Input.Channels; channel++)
            for (int row = 0; row < Output.Height; row++)
                for (int column = 0; column < Output.Width; column++)
                {
                    foreach ((int y, double vertical) in Neighbours(row, Rows, Input.Height))
                        foreach ((int x, double horizontal) in Neighbours(column, scaleWidth, Input.Width))
                            yield return (Output.Index(channel, row, column), Input.Index(channel, y, x), vertical * horizontal);
                }
    }

    private IEnumerable<(int Place, double Weight)> Neighbours(int output, int scale, int length)
    {
        if (!bilinear)
            return [(output / scale, 1)];
        double place = Math.Max((output + 0.5) / scale - 0.5, 0);
        int before = (int)Math.Floor(place), behind = Math.Min(before + 1, length - 1);
        return [(before, 1 - (place - before)), (behind, place - before)];
    }
}
