using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>Some channels, one after another.</summary>
internal sealed class Slice(int start, int length) : OracleLayer
{
    public override string Kind => "Slice";

    public override IEnumerable<string> Arguments => [start.ToString(CultureInfo.InvariantCulture), length.ToString(CultureInfo.InvariantCulture)];

    protected override Extent Infer() => Input with { Channels = length };

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var y = new Bounded(Output.Length);
        int first = start * Output.Places;
        for (int i = 0; i < y.Length; i++)
            y.Set(i, inputs[0].Value[first + i], inputs[0].Error[first + i]);
        return y;
    }

    public override void Backward(Reverse reverse)
    {
        int first = start * Output.Places;
        for (int i = 0; i < Output.Length; i++)
            reverse.InputGradients[0].Add(first + i, reverse.OutputGradient.Value[i], reverse.OutputGradient.Error[i]);
    }
}
