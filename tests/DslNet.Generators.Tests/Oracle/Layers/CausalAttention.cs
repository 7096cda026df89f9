using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>
/// softmax(q·k / √d) over the frames up to the current one, as many as the context has, times v, for each head; then a product of all heads. q, k and v are products
/// of the input, one after the other in the rows of one weight.
/// </summary>
internal sealed class CausalAttention(int heads, int context, bool bias = true, bool rotary = false) : FrameLayer
{
    private const double RotaryBase = 10_000;

    public override string Kind => "CausalAttention";

    public override IEnumerable<string> Arguments =>
    [
        heads.ToString(CultureInfo.InvariantCulture), context.ToString(CultureInfo.InvariantCulture),
        .. bias ? Array.Empty<string>() : ["Bias = false"], .. rotary ? ["Rotary = true"] : Array.Empty<string>(),
    ];

    public override IReadOnlyList<int[]> ParameterShapes => bias
        ? [[3 * Features, Features], [3 * Features], [Features, Features], [Features]]
        : [[3 * Features, Features], [Features, Features]];

    private int Features => Input.Length;

    private int Head => Features / heads;

    private double Scale => 1 / Math.Sqrt(Head);

    /// <summary>Parameters by what they are.</summary>
    private int OutWeight => bias ? 2 : 1;

    protected override Extent Infer() => Input;

    protected override IReadOnlyList<Bounded> ForwardFrames(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> parameters)
    {
        Rough[][] projected = Project(x, parameters);
        return [.. Enumerable.Range(0, x.Count).Select(t => Rough.ToBounded(Product(parameters[OutWeight], bias ? parameters[3] : null, Attend(projected, t).Values)))];
    }

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        IReadOnlyList<double[]> parameters = reverses[0].Parameters;
        Rough[][] projected = Project([.. reverses.Select(reverse => reverse.Inputs[0])], parameters);
        Rough[][] gradients = [.. reverses.Select(_ => new Rough[3 * Features])];
        for (int t = 0; t < reverses.Count; t++)
        {
            (Rough[] values, Rough[][] weights, int first) = Attend(projected, t);
            Rough[] dy = [.. Enumerable.Range(0, Features).Select(i => Rough.Of(reverses[t].OutputGradient, i))];
            Rough[] dv = BackThrough(parameters[OutWeight], dy, values, reverses[t].ParameterGradients[OutWeight], bias ? reverses[t].ParameterGradients[3] : null);
            for (int head = 0; head < heads; head++)
            {
                Rough[] slopes = new Rough[t - first + 1];
                Rough dot = 0;
                for (int j = first; j <= t; j++)
                {
                    for (int i = 0; i < Head; i++)
                    {
                        slopes[j - first] += dv[head * Head + i] * projected[j][V(head, i)];
                        gradients[j][V(head, i)] += weights[head][j - first] * dv[head * Head + i];
                    }

                    dot += weights[head][j - first] * slopes[j - first];
                }

                for (int j = first; j <= t; j++)
                {
                    Rough ofScore = Scale * (weights[head][j - first] * (slopes[j - first] - dot));
                    for (int i = 0; i < Head; i++)
                    {
                        gradients[t][Q(head, i)] += ofScore * projected[j][K(head, i)];
                        gradients[j][K(head, i)] += ofScore * projected[t][Q(head, i)];
                    }
                }
            }
        }

        for (int t = 0; t < reverses.Count; t++)
        {
            Rotate(gradients[t], -t);
            Rough[] x = [.. Enumerable.Range(0, Features).Select(i => Rough.Of(reverses[t].Inputs[0], i))];
            Rough[] dx = BackThrough(parameters[0], gradients[t], x, reverses[t].ParameterGradients[0], bias ? reverses[t].ParameterGradients[1] : null);
            for (int i = 0; i < Features; i++)
                reverses[t].InputGradients[0].Add(i, dx[i].Value, dx[i].Bound);
        }
    }

    private int Q(int head, int i, int part = 0) => part * Features + head * Head + i;

    private int K(int head, int i) => Q(head, i, 1);

    private int V(int head, int i) => Q(head, i, 2);

    private Rough[][] Project(IReadOnlyList<Bounded> x, IReadOnlyList<double[]> parameters)
    {
        Rough[][] all = [.. x.Select(frame => Product(parameters[0], bias ? parameters[1] : null, [.. Enumerable.Range(0, Features).Select(i => Rough.Of(frame, i))]))];
        for (int t = 0; t < all.Length; t++)
            Rotate(all[t], t);
        return all;
    }

    /// <summary>Turns queries and keys: the first half of a head's values are with the second half pairs in a plane.</summary>
    private void Rotate(Rough[] projected, int position)
    {
        for (int part = 0; part < 2 && rotary; part++)
        {
            for (int head = 0; head < heads; head++)
            {
                for (int i = 0; i < Head / 2; i++)
                {
                    // Angles are multiples of 2⁻³² of a turn, and then floats.
                    double angle = position * Math.Pow(RotaryBase, -2.0 * i / Head), error = Math.Abs(position) * 2 * Math.PI * Math.Pow(2, -33) + 4 * Rounding.Unit;
                    Rough cos = new(Math.Cos(angle), error), sin = new(Math.Sin(angle), error);
                    int one = Q(head, i, part), other = one + Head / 2;
                    (projected[one], projected[other]) = (projected[one] * cos - projected[other] * sin, projected[other] * cos + projected[one] * sin);
                }
            }
        }
    }

    /// <summary>The values of all heads of a frame, and the weights of the frames that they are a mean of, from the first one on.</summary>
    private (Rough[] Values, Rough[][] Weights, int First) Attend(Rough[][] projected, int t)
    {
        int first = Math.Max(0, t - context + 1);
        var values = new Rough[Features];
        Rough[][] weights = [.. Enumerable.Range(0, heads).Select(head => Softmax([.. Enumerable.Range(first, t - first + 1).Select(j => Score(projected, head, t, j))]))];
        for (int head = 0; head < heads; head++)
        {
            for (int j = first; j <= t; j++)
            {
                for (int i = 0; i < Head; i++)
                    values[head * Head + i] += weights[head][j - first] * projected[j][V(head, i)];
            }
        }

        return (values, weights, first);
    }

    private Rough Score(Rough[][] projected, int head, int t, int j)
    {
        Rough sum = 0;
        for (int i = 0; i < Head; i++)
            sum += projected[t][Q(head, i)] * projected[j][K(head, i)];
        return Scale * sum;
    }

    private static Rough[] Softmax(Rough[] scores)
    {
        double most = scores.Max(score => score.Value);
        Rough[] powers = [.. scores.Select(score => Rough.Exp(score - most))];
        Rough sum = powers.Aggregate((one, other) => one + other);
        return [.. powers.Select(power => power / sum)];
    }

    private static Rough[] Product(double[] weight, double[]? bias, Rough[] x)
    {
        var product = new Rough[weight.Length / x.Length];
        for (int o = 0; o < product.Length; o++)
        {
            product[o] = bias?[o] ?? 0;
            for (int i = 0; i < x.Length; i++)
                product[o] += weight[o * x.Length + i] * x[i];
        }

        return product;
    }

    /// <summary>The gradient of what a product is of; adds those of its weights and biases.</summary>
    private static Rough[] BackThrough(double[] weight, Rough[] dy, Rough[] x, Sums ofWeight, Sums? ofBias)
    {
        var dx = new Rough[x.Length];
        for (int o = 0; o < dy.Length; o++)
        {
            for (int i = 0; i < x.Length; i++)
            {
                dx[i] += weight[o * x.Length + i] * dy[o];
                ofWeight.Add(o * x.Length + i, dy[o].Value, dy[o].Bound, x[i].Value, x[i].Bound);
            }

            ofBias?.Add(o, dy[o].Value, dy[o].Bound, 1, 0);
        }

        return dx;
    }
}
