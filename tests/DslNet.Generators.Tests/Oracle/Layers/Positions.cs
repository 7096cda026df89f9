using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>y[t] = x[t] + W[t].</summary>
internal sealed class Positions(int max) : FrameLayer
{
    public override string Kind => "Positions";

    public override IEnumerable<string> Arguments => [max.ToString(CultureInfo.InvariantCulture)];

    public override IReadOnlyList<int[]> ParameterShapes => [[max, Input.Length]];

    protected override Extent Infer() => Input;

    protected override IReadOnlyList<Bounded> ForwardFrames(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> parameters) =>
    [
        .. x.Select((frame, t) =>
        {
            Bounded y = new(Input.Length);
            for (int i = 0; i < Input.Length; i++)
            {
                double sum = frame.Value[i] + parameters[0][t * Input.Length + i];
                y.Set(i, sum, frame.Error[i] + Rounding.Unit * Math.Abs(sum));
            }

            return y;
        }),
    ];

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        for (int t = 0; t < reverses.Count; t++)
        {
            for (int i = 0; i < Input.Length; i++)
            {
                (double value, double error) = (reverses[t].OutputGradient.Value[i], reverses[t].OutputGradient.Error[i]);
                reverses[t].InputGradients[0].Add(i, value, error);
                reverses[t].ParameterGradients[0].Add(t * Input.Length + i, 1, 0, value, error);
            }
        }
    }
}
