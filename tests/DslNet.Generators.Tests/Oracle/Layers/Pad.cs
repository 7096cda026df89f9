using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>More places around a signal or an image: zeros, a mirror without the border itself, or the border again.</summary>
internal sealed class Pad(int top, int bottom, int left, int right, string mode = "Zero") : OracleLayer
{
    /// <summary>The same on every side that there is.</summary>
    public Pad(int all, string mode = "Zero") : this(all, all, all, all, mode)
    {
    }

    public override string Kind => "Pad";

    public override IEnumerable<string> Arguments =>
    [
        .. (top == bottom && left == right ? top == left ? new[] { top } : [top, left] : [top, bottom, left, right])
            .Select(amount => amount.ToString(CultureInfo.InvariantCulture)),
        .. mode == "Zero" ? Array.Empty<string>() : [$"Mode = PadMode.{mode}"],
    ];

    protected override Extent Infer() =>
        Input with { Height = Input.IsSignal ? 1 : top + Input.Height + bottom, Width = left + Input.Width + right };

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var y = new Bounded(Output.Length);
        foreach ((int output, int input) in Places())
            y.Set(output, inputs[0].Value[input], inputs[0].Error[input]);
        return y;
    }

    public override void Backward(Reverse reverse)
    {
        var dx = new Sums(Input.Length);
        foreach ((int output, int input) in Places())
            dx.Add(input, reverse.OutputGradient.Value[output], reverse.OutputGradient.Error[output], 1, 0);
        dx.AddTo(reverse.InputGradients[0]);
    }

    /// <summary>What each output shows that shows something.</summary>
    private IEnumerable<(int Output, int Input)> Places()
    {
        int above = Input.IsSignal ? 0 : top;
        for (int channel = 0; channel < Input.Channels; channel++)
            for (int row = 0; row < Output.Height; row++)
                for (int column = 0; column < Output.Width; column++)
                {
                    if (Source(row - above, Input.Height) is { } y && Source(column - left, Input.Width) is { } x)
                        yield return (Output.Index(channel, row, column), Input.Index(channel, y, x));
                }
    }

    private int? Source(int place, int length) => mode switch
    {
        "Reflect" => place < 0 ? -place : place >= length ? 2 * (length - 1) - place : place,
        "Replicate" => Math.Clamp(place, 0, length - 1),
        _ => place < 0 || place >= length ? null : place,
    };
}
