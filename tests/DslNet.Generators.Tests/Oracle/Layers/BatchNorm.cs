using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>
/// In training, each channel less its mean over all places of all samples, over the root of its variance and a little more; in prediction the same with
/// running statistics. Then times a weight and plus a bias.
/// </summary>
internal sealed class BatchNorm(float momentum = 0.1f, float epsilon = 1e-5f) : OracleLayer
{
    // So many samples are added up before partial results are combined in double precision.
    private const int MostTogether = 256;

    public override string Kind => "BatchNorm";

    public override IEnumerable<string> Arguments =>
    [
        .. momentum == 0.1f ? Array.Empty<string>() : [string.Create(CultureInfo.InvariantCulture, $"Momentum = {momentum:G9}f")],
        .. epsilon == 1e-5f ? Array.Empty<string>() : [string.Create(CultureInfo.InvariantCulture, $"Epsilon = {epsilon:G9}f")],
    ];

    public override IReadOnlyList<int[]> ParameterShapes => [[Input.Channels], [Input.Channels]];

    public override bool IsOfBatch => true;

    public override int LeastBatch => Input.Places == 1 ? 2 : 1;

    protected override Extent Infer() => Input;

    public override IReadOnlyList<double[]> DrawStates(Random random) =>
    [
        [.. Enumerable.Range(0, Input.Channels).Select(_ => (double)(float)(random.NextDouble() - 0.5))],
        [.. Enumerable.Range(0, Input.Channels).Select(_ => (double)(float)(0.25 + 2 * random.NextDouble()))],
    ];

    /// <summary>A prediction.</summary>
    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded x = inputs[0], y = new(Input.Length);
        for (int i = 0; i < x.Length; i++)
        {
            int c = i / Input.Places;
            double mean = States[0][c], scale = parameters[0][c] / Math.Sqrt(States[1][c] + epsilon), difference = x.Value[i] - mean;
            double shift = parameters[1][c] - mean * scale, value = difference * scale + parameters[1][c];

            // A sum, a root and a quotient make the scale; the shift is computed of that.
            y.Set(i, value, Math.Abs(scale) * x.Error[i] + Rounding.Unit * (3 * Math.Abs(scale * difference) + Math.Abs(shift) + Math.Abs(value)) + Rounding.Tiny);
        }

        return y;
    }

    public override IReadOnlyList<Bounded> ForwardTogether(
        IReadOnlyList<Pass> passes, IReadOnlyList<IReadOnlyList<Bounded>> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded[] outputs = [.. inputs.Select(_ => new Bounded(Input.Length))];
        for (int c = 0; c < Input.Channels; c++)
        {
            Channel channel = Of(inputs, c);
            double weight = parameters[0][c], bias = parameters[1][c], shift = bias - channel.Mean * channel.Scale * weight;
            foreach ((int s, int i) in ValuesOf(inputs.Count, c))
            {
                double difference = inputs[s][0].Value[i] - channel.Mean, value = difference * channel.Scale * weight + bias;
                double error = Math.Abs(difference) * channel.ScaleError + (channel.Scale + channel.ScaleError) * (inputs[s][0].Error[i] + channel.MeanError);
                outputs[s].Set(
                    i, value,
                    Math.Abs(weight) * error + Rounding.Unit * (Math.Abs(difference * channel.Scale * weight) + Math.Abs(shift) + Math.Abs(value)) + Rounding.Tiny);
            }
        }

        return outputs;
    }

    public override IReadOnlyList<Bounded> StatesAfter(IReadOnlyList<IReadOnlyList<Bounded>> inputs)
    {
        double count = (double)inputs.Count * Input.Places;
        Bounded mean = new(Input.Channels), variance = new(Input.Channels);
        for (int c = 0; c < Input.Channels; c++)
        {
            Channel channel = Of(inputs, c);
            Set(mean, 0, channel.Mean, channel.MeanError);
            double unbiased = count / (count - 1);
            Set(variance, 1, channel.Variance * unbiased, channel.VarianceError * unbiased);

            void Set(Bounded states, int state, double value, double error) => states.Set(
                c, (1 - (double)momentum) * States[state][c] + momentum * value,
                momentum * (error + Rounding.Unit * Math.Abs(value)) + Rounding.Unit * Math.Abs((1 - momentum) * States[state][c] + momentum * value) + Rounding.Tiny);
        }

        return [mean, variance];
    }

    public override void Backward(Reverse reverse) => throw new InvalidOperationException("Samples depend on each other.");

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        IReadOnlyList<Bounded>[] inputs = [.. reverses.Select(reverse => reverse.Inputs)];
        double count = (double)reverses.Count * Input.Places;
        for (int c = 0; c < Input.Channels; c++)
        {
            Channel channel = Of(inputs, c);
            double weight = reverses[0].Parameters[0][c], scale = weight * channel.Scale;
            Sums gradients = new(1, parts: 12), products = new(1, parts: 12);
            foreach ((int s, int i) in ValuesOf(reverses.Count, c))
            {
                Bounded dy = reverses[s].OutputGradient;
                (double normalized, double error) = Normalized(channel, inputs[s][0], i);
                gradients.Add(0, dy.Value[i], dy.Error[i], 1, 0);
                products.Add(0, dy.Value[i], dy.Error[i], normalized, error);
                reverses[0].ParameterGradients[0].Add(c, normalized, error, dy.Value[i], dy.Error[i]);
                reverses[0].ParameterGradients[1].Add(c, dy.Value[i], dy.Error[i], 1, 0);
            }

            double a = gradients.Value(0) / count, errorOfA = gradients.Error(0) / count, b = products.Value(0) / count, errorOfB = products.Error(0) / count;
            double slope = -scale * b * channel.Scale, offset = Math.Abs(scale * a) + Math.Abs(slope * channel.Mean);
            foreach ((int s, int i) in ValuesOf(reverses.Count, c))
            {
                Bounded dy = reverses[s].OutputGradient;
                (double normalized, double errorOfNormalized) = Normalized(channel, inputs[s][0], i);
                double inner = dy.Value[i] - a - normalized * b;
                double error = dy.Error[i] + errorOfA + Math.Abs(normalized) * errorOfB + (Math.Abs(b) + errorOfB) * errorOfNormalized;

                // The coefficients are rounded; then there are two products that are added.
                double rounded = 2 * Math.Abs(scale * dy.Value[i]) + 3 * Math.Abs(slope * (inputs[s][0].Value[i] - channel.Mean)) + 3 * offset;
                reverses[s].InputGradients[0].Add(
                    i, scale * inner,
                    Math.Abs(scale) * error + Math.Abs(weight) * channel.ScaleError * (Math.Abs(inner) + error) + Rounding.Unit * rounded + Rounding.Tiny);
            }
        }
    }

    /// <summary>A normalized value, as the product with a rounded scale plus a rounded shift.</summary>
    private static (double Value, double Error) Normalized(Channel channel, Bounded x, int i)
    {
        double difference = x.Value[i] - channel.Mean, value = difference * channel.Scale;
        return (value, Math.Abs(difference) * channel.ScaleError + (channel.Scale + channel.ScaleError) * (x.Error[i] + channel.MeanError)
            + Rounding.Unit * (2 * Math.Abs(value) + Math.Abs(channel.Mean * channel.Scale)));
    }

    private IEnumerable<(int Sample, int Index)> ValuesOf(int samples, int channel) =>
        from s in Enumerable.Range(0, samples) from place in Enumerable.Range(0, Input.Places) select (s, channel * Input.Places + place);

    /// <summary>
    /// Mean and variance. Values are counted from one of them, so that what is rounded is no larger than twice the largest difference from the mean. A
    /// sample's own mean is a sum over its places; the mean of several moves by a part of the difference from each next one. Squares are taken about the
    /// sample's mean, and the squares between samples about the mean so far: what is wrong with either mean is so small beside the deviation that it
    /// counts times twice the root of squares and number (Cauchy and Schwarz), within samples and between them.
    /// </summary>
    private Channel Of(IReadOnlyList<IReadOnlyList<Bounded>> inputs, int channel)
    {
        (double Value, double Error)[] all = [.. ValuesOf(inputs.Count, channel).Select(at => (inputs[at.Sample][0].Value[at.Index], inputs[at.Sample][0].Error[at.Index]))];
        int steps = 3 * Math.Min(inputs.Count, MostTogether) + 4;
        double mean = all.Average(x => x.Value), most = 2 * all.Max(x => Math.Abs(x.Value - mean) + x.Error);
        double rounded = (Rounding.Of(Input.Places + 4) + Rounding.Of(steps)) * most;

        // Of a large mean a rest is kept, of which a float's last place is rounded too.
        double meanError = all.Average(x => x.Error) + rounded + Rounding.Unit * Rounding.Unit * Math.Abs(mean);
        double squares = all.Sum(x => (x.Value - mean) * (x.Value - mean)), variance = squares / all.Length;
        double wrong = all.Max(x => x.Error) + rounded + meanError;
        double varianceError = 4 * Math.Sqrt(variance) * wrong + 4 * wrong * wrong + Rounding.Of(Input.Places + steps) * variance;

        // The root falls steeply where the variance is small: its error is that at the smallest variance there may be.
        double scale = 1 / Math.Sqrt(variance + epsilon);
        double scaleError = 1 / Math.Sqrt(Math.Max(variance - varianceError, 0) + epsilon) - scale + 2 * Rounding.Unit * scale;
        return new(mean, meanError, variance, varianceError, scale, scaleError);
    }

    private sealed record Channel(double Mean, double MeanError, double Variance, double VarianceError, double Scale, double ScaleError);
}
