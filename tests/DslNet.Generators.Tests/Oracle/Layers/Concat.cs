namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>All inputs one after another along an axis.</summary>
internal sealed class Concat(string axis = "Channels") : OracleLayer
{
    public override string Kind => "Concat";

    public override bool IsJoin => true;

    public override IEnumerable<string> Arguments => axis == "Channels" ? [] : [$"Axis = ConcatAxis.{axis}"];

    private bool GrowsInWidth => axis is "Length" or "Width";

    protected override Extent Infer() => axis switch
    {
        "Channels" => Input with { Channels = InputExtents.Sum(extent => extent.Channels) },
        "Height" => Input with { Height = InputExtents.Sum(extent => extent.Height) },
        _ => Input with { Width = InputExtents.Sum(extent => extent.Width) },
    };

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var y = new Bounded(Output.Length);
        foreach ((int input, int from, int to) in Places())
            y.Set(to, inputs[input].Value[from], inputs[input].Error[from]);
        return y;
    }

    public override void Backward(Reverse reverse)
    {
        foreach ((int input, int from, int to) in Places())
            reverse.InputGradients[input].Add(from, reverse.OutputGradient.Value[to], reverse.OutputGradient.Error[to]);
    }

    private IEnumerable<(int Input, int From, int To)> Places()
    {
        int before = 0;
        for (int input = 0; input < InputExtents.Count; input++)
        {
            Extent extent = InputExtents[input];
            for (int channel = 0; channel < extent.Channels; channel++)
                for (int row = 0; row < extent.Height; row++)
                    for (int column = 0; column < extent.Width; column++)
                    {
                        int to = axis == "Channels" ? Output.Index(before + channel, row, column)
                            : GrowsInWidth ? Output.Index(channel, row, before + column)
                            : Output.Index(channel, before + row, column);
                        yield return (input, extent.Index(channel, row, column), to);
                    }

            before += axis == "Channels" ? extent.Channels : GrowsInWidth ? extent.Width : extent.Height;
        }
    }
}
