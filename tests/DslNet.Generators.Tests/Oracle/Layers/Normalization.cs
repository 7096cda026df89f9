using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>
/// Values less their mean, over the root of their variance and a little more; or the values themselves over the root of the mean of their squares. Over
/// all values of a sample, or over the channels at each place; then times a weight and plus a bias, for each value or each channel.
/// </summary>
internal abstract class Normalization(bool isCentred, float epsilon, float defaultEpsilon, bool affine, bool perPosition, bool hasBias) : OracleLayer
{
    protected bool IsAffine => affine;

    protected bool HasBias => hasBias;

    public override IEnumerable<string> Arguments =>
    [
        .. epsilon == defaultEpsilon ? Array.Empty<string>() : [string.Create(CultureInfo.InvariantCulture, $"Epsilon = {epsilon:G9}f")],
        .. affine ? Array.Empty<string>() : ["Affine = false"],
        .. perPosition ? ["PerPosition = true"] : Array.Empty<string>(),
    ];

    public override IReadOnlyList<int[]> ParameterShapes => !affine ? [] : hasBias ? [WeightShape, WeightShape] : [WeightShape];

    protected virtual int[] WeightShape => perPosition ? [Input.Channels] : Input.Axes;

    protected override Extent Infer() => Input;

    public override Bounded Forward(Pass pass, IReadOnlyList<Bounded> inputs, IReadOnlyList<double[]> parameters)
    {
        Bounded y = new(Input.Length);
        foreach (int[] row in Rows())
        {
            Row normalized = Normalize(inputs[0], row);
            for (int k = 0; k < row.Length; k++)
            {
                int i = row[k], p = ParameterOf(i);
                double n = normalized.Value[k], weight = affine ? parameters[0][p] : 1, bias = affine && hasBias ? parameters[1][p] : 0;
                y.Set(i, n * weight + bias, Math.Abs(weight) * normalized.Error[k] + (affine ? Rounding.Unit * Math.Abs(n * weight + bias) : 0) + Rounding.Tiny);
            }
        }

        return y;
    }

    public override void Backward(Reverse reverse)
    {
        Bounded dy = reverse.OutputGradient;
        foreach (int[] row in Rows())
        {
            Row normalized = Normalize(reverse.Inputs[0], row);
            Bounded g = new(row.Length);
            Sums gradients = new(1), products = new(1);
            for (int k = 0; k < row.Length; k++)
            {
                int i = row[k], p = ParameterOf(i);
                double weight = affine ? reverse.Parameters[0][p] : 1;
                g.Set(k, dy.Value[i] * weight, Math.Abs(weight) * dy.Error[i] + (affine ? Rounding.Unit * Math.Abs(dy.Value[i] * weight) : 0));
                gradients.Add(0, g.Value[k], g.Error[k], 1, 0);
                products.Add(0, g.Value[k], g.Error[k], normalized.Value[k], normalized.Error[k]);
                if (affine)
                    reverse.ParameterGradients[0].Add(p, normalized.Value[k], normalized.Error[k], dy.Value[i], dy.Error[i]);
                if (affine && hasBias)
                    reverse.ParameterGradients[1].Add(p, dy.Value[i], dy.Error[i], 1, 0);
            }

            // Behind each mean a division by the length.
            double a = isCentred ? gradients.Value(0) / row.Length : 0, b = products.Value(0) / row.Length;
            double errorOfA = isCentred ? gradients.Error(0) / row.Length + Rounding.Unit * Math.Abs(a) : 0;
            double errorOfB = products.Error(0) / row.Length + Rounding.Unit * Math.Abs(b);
            for (int k = 0; k < row.Length; k++)
            {
                double n = normalized.Value[k], errorOfN = normalized.Error[k], inner = g.Value[k] - a - n * b;
                double error = g.Error[k] + errorOfA + Math.Abs(n) * errorOfB + (Math.Abs(b) + errorOfB) * errorOfN
                    + 3 * Rounding.Unit * (Math.Abs(g.Value[k]) + Math.Abs(a) + Math.Abs(n * b));
                reverse.InputGradients[0].Add(
                    row[k], normalized.Scale * inner,
                    normalized.Scale * error + normalized.ScaleError * (Math.Abs(inner) + error) + Rounding.Unit * Math.Abs(normalized.Scale * inner) + Rounding.Tiny);
            }
        }
    }

    private Row Normalize(Bounded x, int[] row)
    {
        double mean = 0, errorOfMean = 0;
        if (isCentred)
        {
            mean = row.Sum(i => x.Value[i]) / row.Length;
            errorOfMean = row.Sum(i => x.Error[i] + Rounding.Of(row.Length + 4) * Math.Abs(x.Value[i])) / row.Length + Rounding.Unit * Math.Abs(mean);
        }

        Bounded difference = new(row.Length);
        var squares = new Sums(1);
        for (int k = 0; k < row.Length; k++)
        {
            double d = x.Value[row[k]] - mean;
            difference.Set(k, d, x.Error[row[k]] + errorOfMean + (isCentred ? Rounding.Unit * Math.Abs(d) : 0));
            squares.Add(0, d, difference.Error[k], d, difference.Error[k]);
        }

        // The root falls steeply where the variance is small: its error is that at the smallest variance there may be.
        double variance = squares.Value(0) / row.Length, errorOfVariance = (squares.Error(0) + difference.Error.Sum(error => error * error)) / row.Length + Rounding.Unit * variance;
        double scale = 1 / Math.Sqrt(variance + epsilon);
        double errorOfScale = 1 / Math.Sqrt(Math.Max(variance - errorOfVariance, 0) + epsilon) - scale + 3 * Rounding.Unit * scale;
        Bounded result = new(row.Length);
        for (int k = 0; k < row.Length; k++)
        {
            double d = difference.Value[k], n = d * scale;
            result.Set(k, n, Math.Abs(d) * errorOfScale + (scale + errorOfScale) * difference.Error[k] + Rounding.Unit * Math.Abs(n));
        }

        return new(result.Value, result.Error, scale, errorOfScale);
    }

    /// <summary>The values that are normalized together.</summary>
    protected virtual IEnumerable<int[]> Rows() => perPosition
        ? Enumerable.Range(0, Input.Places).Select(place => Enumerable.Range(0, Input.Channels).Select(channel => channel * Input.Places + place).ToArray())
        : [[.. Enumerable.Range(0, Input.Length)]];

    protected virtual int ParameterOf(int index) => perPosition ? index / Input.Places : index;

    private sealed record Row(double[] Value, double[] Error, double Scale, double ScaleError);
}
