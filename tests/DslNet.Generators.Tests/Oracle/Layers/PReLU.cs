namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>x where x is positive, else a times x, with one a for all, or an a for each channel.</summary>
/// <param name="perChannel">Whether there is an a for each channel.</param>
internal sealed class PReLU(bool perChannel = false) : OracleLayer
{
    public override string Kind => "PReLU";

    public override IEnumerable<string> Arguments => perChannel ? ["PerChannel = true"] : [];

    public override IReadOnlyList<int[]> ParameterShapes => [[perChannel ? Input.Channels : 1]];

    protected override Extent Infer() => Input;

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded x = inputs[0], y = new(x.Length);
        for (int i = 0; i < x.Length; i++)
        {
            double a = parameters[0][SlopeOf(i)];
            pass.DependOnSign(x.Value[i], x.Error[i]);
            if (x.Value[i] > 0)
                y.Set(i, x.Value[i], x.Error[i]);
            else
                y.Set(i, a * x.Value[i], Math.Abs(a) * x.Error[i] + (x.Value[i] == 0 ? 0 : Rounding.Unit * Math.Abs(a * x.Value[i]) + Rounding.Tiny));
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        Bounded x = reverse.Inputs[0], dy = reverse.OutputGradient;
        for (int i = 0; i < x.Length; i++)
        {
            double a = reverse.Parameters[0][SlopeOf(i)];
            if (x.Value[i] > 0)
            {
                reverse.InputGradients[0].Add(i, dy.Value[i], dy.Error[i]);
                continue;
            }

            reverse.InputGradients[0].Add(i, a * dy.Value[i], Math.Abs(a) * dy.Error[i] + Rounding.Unit * Math.Abs(a * dy.Value[i]) + Rounding.Tiny);
            reverse.ParameterGradients[0].Add(SlopeOf(i), x.Value[i], x.Error[i], dy.Value[i], dy.Error[i]);
        }
    }

    private int SlopeOf(int index) => perChannel ? index / Input.Places : 0;
}
