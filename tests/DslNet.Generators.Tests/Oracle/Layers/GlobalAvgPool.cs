namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>The mean of each channel.</summary>
internal sealed class GlobalAvgPool : OracleLayer
{
    public override string Kind => "GlobalAvgPool";

    protected override Extent Infer() => Extent.Vector(Input.Channels);

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        var sums = new Sums(Output.Length);
        double share = 1.0 / Input.Places;
        for (int i = 0; i < Input.Length; i++)
            sums.Add(i / Input.Places, share, share * Rounding.Unit, inputs[0].Value[i], inputs[0].Error[i]);
        return sums.ToBounded();
    }

    public override void Backward(Reverse reverse)
    {
        var dx = new Sums(Input.Length);
        double share = 1.0 / Input.Places;
        for (int i = 0; i < Input.Length; i++)
            dx.Add(i, share, share * Rounding.Unit, reverse.OutputGradient.Value[i / Input.Places], reverse.OutputGradient.Error[i / Input.Places]);
        dx.AddTo(reverse.InputGradients[0]);
    }
}
