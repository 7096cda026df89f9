using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>As many means as are wanted of each axis: output i is that of the inputs from ⌊i·inputs / outputs⌋ to ⌈(i + 1)·inputs / outputs⌉.</summary>
internal sealed class AdaptiveAvgPool(params int[] size) : OracleLayer
{
    public override string Kind => FormattableString.Invariant($"AdaptiveAvgPool{size.Length}D");

    public override IEnumerable<string> Arguments => (size is [var height, var width] && height == width ? [height] : size).Select(side => side.ToString(CultureInfo.InvariantCulture));

    // A signal has one row.
    protected override Extent Infer() => Input with { Height = size.Length == 1 ? 1 : size[0], Width = size[^1] };

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var sums = new Sums(Output.Length);
        foreach ((int output, int input, double share) in Shares())
            sums.Add(output, share, share * Rounding.Unit, inputs[0].Value[input], inputs[0].Error[input]);
        return sums.ToBounded();
    }

    public override void Backward(Reverse reverse)
    {
        var dx = new Sums(Input.Length);
        foreach ((int output, int input, double share) in Shares())
            dx.Add(input, share, share * Rounding.Unit, reverse.OutputGradient.Value[output], reverse.OutputGradient.Error[output]);
        dx.AddTo(reverse.InputGradients[0]);
    }

    private IEnumerable<(int Output, int Input, double Share)> Shares()
    {
        for (int channel = 0; channel < Input.Channels; channel++)
            for (int row = 0; row < Output.Height; row++)
                for (int column = 0; column < Output.Width; column++)
                {
                    (int top, int bottom) = Window(row, Input.Height, Output.Height);
                    (int left, int right) = Window(column, Input.Width, Output.Width);
                    for (int y = top; y < bottom; y++)
                        for (int x = left; x < right; x++)
                            yield return (Output.Index(channel, row, column), Input.Index(channel, y, x), 1.0 / ((bottom - top) * (right - left)));
                }
    }

    private static (int First, int End) Window(int output, int inputs, int outputs) =>
        (output * inputs / outputs, (int)Math.Ceiling((output + 1) * inputs / (double)outputs));
}
