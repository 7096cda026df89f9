namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>x where x is positive, else a times x, with an a for each channel or one for all.</summary>
internal sealed class PReLU(bool shared = false) : OracleLayer
{
    public override string Kind => "PReLU";

    public override IEnumerable<string> Arguments => shared ? ["Shared = true"] : [];

    public override IReadOnlyList<int[]> ParameterShapes => [[shared ? 1 : Input.Channels]];

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

    private int SlopeOf(int index) => shared ? 0 : index / Input.Places;
}
