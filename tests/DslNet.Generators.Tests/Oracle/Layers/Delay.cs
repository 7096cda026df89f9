using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>y[t] = x[t − delay], zero before the first frame.</summary>
internal sealed class Delay(int delay) : FrameLayer
{
    public override string Kind => "Delay";

    public override IEnumerable<string> Arguments => [delay.ToString(CultureInfo.InvariantCulture)];

    protected override Extent Infer() => Input;

    protected override IReadOnlyList<Bounded> ForwardFrames(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> parameters) =>
        [.. Enumerable.Range(0, x.Count).Select(t => t < delay ? new Bounded(Input.Length) : x[t - delay])];

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        for (int t = delay; t < reverses.Count; t++)
        {
            for (int i = 0; i < Input.Length; i++)
                reverses[t - delay].InputGradients[0].Add(i, reverses[t].OutputGradient.Value[i], reverses[t].OutputGradient.Error[i]);
        }
    }
}
