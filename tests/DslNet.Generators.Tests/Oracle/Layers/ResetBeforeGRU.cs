namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>r, z = σ(…), n = tanh(W·x + b + U·(r·h') + d), h = (1 − z)·n + z·h'.</summary>
internal sealed class ResetBeforeGRU(int hidden) : FrameLayer
{
    private sealed record Frame(Rough[] X, Rough[] Before, Rough[] R, Rough[] Z, Rough[] N, Rough[] Output);

    public override string Kind => "GRU";

    public override IEnumerable<string> Arguments => [hidden.ToString(System.Globalization.CultureInfo.InvariantCulture), "ResetAfter = false"];

    public override IReadOnlyList<int[]> ParameterShapes => [[3 * hidden, Input.Length], [3 * hidden, hidden], [3 * hidden], [3 * hidden]];

    protected override Extent Infer() => Extent.Vector(hidden);

    protected override IReadOnlyList<Bounded> ForwardFrames(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> parameters) =>
        [.. Unroll(x, parameters).Select(frame => Rough.ToBounded(frame.Output))];

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        IReadOnlyList<double[]> p = reverses[0].Parameters;
        Frame[] frames = Unroll([.. reverses.Select(reverse => reverse.Inputs[0])], p);
        var later = new Rough[hidden];
        for (int t = frames.Length - 1; t >= 0; t--)
        {
            Frame frame = frames[t];
            var gates = new Rough[3 * hidden];
            var before = new Rough[hidden];
            var ofReset = new Rough[hidden];
            for (int j = 0; j < hidden; j++)
            {
                Rough dh = Rough.Of(reverses[t].OutputGradient, j) + later[j];
                gates[2 * hidden + j] = dh * (1 - frame.Z[j]) * (1 - frame.N[j] * frame.N[j]);
                gates[hidden + j] = dh * (frame.Before[j] - frame.N[j]) * frame.Z[j] * (1 - frame.Z[j]);
                before[j] = dh * frame.Z[j];
                for (int k = 0; k < hidden; k++)
                    ofReset[k] += p[1][(2 * hidden + j) * hidden + k] * gates[2 * hidden + j];
            }

            for (int k = 0; k < hidden; k++)
            {
                gates[k] = ofReset[k] * frame.Before[k] * frame.R[k] * (1 - frame.R[k]);
                before[k] += ofReset[k] * frame.R[k];
            }

            var dx = new Rough[Input.Length];
            for (int o = 0; o < 3 * hidden; o++)
            {
                for (int i = 0; i < Input.Length; i++)
                {
                    dx[i] += p[0][o * Input.Length + i] * gates[o];
                    Add(reverses[t].ParameterGradients[0], o * Input.Length + i, gates[o], frame.X[i]);
                }

                for (int k = 0; k < hidden; k++)
                {
                    if (o < 2 * hidden)
                        before[k] += p[1][o * hidden + k] * gates[o];
                    Add(reverses[t].ParameterGradients[1], o * hidden + k, gates[o], o < 2 * hidden ? frame.Before[k] : frame.R[k] * frame.Before[k]);
                }

                Add(reverses[t].ParameterGradients[2], o, gates[o], 1);
                Add(reverses[t].ParameterGradients[3], o, gates[o], 1);
            }

            for (int i = 0; i < dx.Length; i++)
                reverses[t].InputGradients[0].Add(i, dx[i].Value, dx[i].Bound);
            later = before;
        }
    }

    private Frame[] Unroll(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> p)
    {
        var frames = new Frame[x.Count];
        for (int t = 0; t < frames.Length; t++)
        {
            Rough[] input = [.. Enumerable.Range(0, Input.Length).Select(i => Rough.Of(x[t], i))], before = t == 0 ? new Rough[hidden] : frames[t - 1].Output;
            Rough[] r = Gate(0, before, Rough.Sigmoid), z = Gate(1, before, Rough.Sigmoid), reset = [.. r.Zip(before, (gate, value) => gate * value)], n = Gate(2, reset, Rough.Tanh);
            frames[t] = new(input, before, r, z, n, [.. Enumerable.Range(0, hidden).Select(j => (1 - z[j]) * n[j] + z[j] * before[j])]);

            Rough[] Gate(int gate, Rough[] h, Func<Rough, Rough> function)
            {
                var values = new Rough[hidden];
                for (int j = 0; j < hidden; j++)
                {
                    int o = gate * hidden + j;
                    Rough sum = new Rough(p[2][o], 0) + p[3][o];
                    for (int i = 0; i < input.Length; i++)
                        sum += p[0][o * input.Length + i] * input[i];
                    for (int k = 0; k < hidden; k++)
                        sum += p[1][o * hidden + k] * h[k];
                    values[j] = function(sum);
                }

                return values;
            }
        }

        return frames;
    }

    private static void Add(Sums sums, int index, Rough a, Rough b) => sums.Add(index, a.Value, a.Bound, b.Value, b.Bound);
}
