using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>y[t] = b + Σₖ W[k]·x[t − (kernel − 1 − k)·dilation], zero before the first frame.</summary>
internal sealed class CausalConv1D(int filters, int kernel, int dilation = 1, bool bias = true) : FrameLayer
{
    public override string Kind => "CausalConv1D";

    public override IEnumerable<string> Arguments =>
    [
        Text(filters), Text(kernel), .. dilation == 1 ? Array.Empty<string>() : [$"Dilation = {Text(dilation)}"], .. bias ? Array.Empty<string>() : ["Bias = false"],
    ];

    public override IReadOnlyList<int[]> ParameterShapes => bias ? [[filters, Input.Length, kernel], [filters]] : [[filters, Input.Length, kernel]];

    protected override Extent Infer() => Extent.Vector(filters);

    protected override IReadOnlyList<Bounded> ForwardFrames(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> parameters)
    {
        Sums[] frames = [.. x.Select(_ => new Sums(filters))];
        ForEach(x.Count, (t, at, o, i, weight) => frames[t].Add(o, parameters[0][weight], 0, x[at].Value[i], x[at].Error[i]), (t, o) => frames[t].Start(o, parameters[1][o]));
        return [.. frames.Select(sums => sums.ToBounded())];
    }

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        Sums[] dx = [.. reverses.Select(_ => new Sums(Input.Length))];
        ForEach(
            reverses.Count,
            (t, at, o, i, weight) =>
            {
                Bounded dy = reverses[t].OutputGradient, x = reverses[at].Inputs[0];
                dx[at].Add(i, reverses[t].Parameters[0][weight], 0, dy.Value[o], dy.Error[o]);
                reverses[t].ParameterGradients[0].Add(weight, dy.Value[o], dy.Error[o], x.Value[i], x.Error[i]);
            },
            (t, o) => reverses[t].ParameterGradients[1].Add(o, reverses[t].OutputGradient.Value[o], reverses[t].OutputGradient.Error[o], 1, 0));
        for (int t = 0; t < dx.Length; t++)
            dx[t].AddTo(reverses[t].InputGradients[0]);
    }

    /// <summary>Visits every product: the frame, the frame that is read, the filter, the channel, and the weight's index; and every bias.</summary>
    private void ForEach(int frames, Action<int, int, int, int, int> product, Action<int, int> start)
    {
        for (int t = 0; t < frames; t++)
        {
            for (int o = 0; o < filters; o++)
            {
                if (bias)
                    start(t, o);
                for (int k = 0; k < kernel; k++)
                {
                    int at = t - (kernel - 1 - k) * dilation;
                    for (int i = 0; at >= 0 && i < Input.Length; i++)
                        product(t, at, o, i, (o * Input.Length + i) * kernel + k);
                }
            }
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
