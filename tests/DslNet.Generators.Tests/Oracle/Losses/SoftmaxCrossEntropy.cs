using System.Globalization;

namespace DslNet.Generators.Tests.Oracle.Losses;

/// <summary>−Σ wᵢ·tᵢ·ln softmax(x)ᵢ, with a target of probabilities or of one class, or of none, which is left out; with smoothing t is (1 − ε)·t + ε/n.</summary>
internal sealed class SoftmaxCrossEntropy(bool labels, float smoothing = 0, float[]? weights = null, int? ignored = null) : OracleLoss
{
    private const int Usual = -100;

    public override string Kind => "SoftmaxCrossEntropy";

    public override string? Argument => Arguments.Length == 0 ? null : string.Join(", ", Arguments);

    public override bool TakesLabels => labels;

    public override bool IsOfClasses => true;

    private string[] Arguments =>
    [
        .. smoothing == 0 ? Array.Empty<string>() : [$"LabelSmoothing = {Text(smoothing)}"],
        .. weights is null ? Array.Empty<string>() : [$"ClassWeights = new float[] {{ {string.Join(", ", weights.Select(Text))} }}"],
        .. ignored is { } label ? [$"IgnoreLabel = {label.ToString(CultureInfo.InvariantCulture)}"] : Array.Empty<string>(),
    ];

    public override int Elements(Extent output) => 1;

    public override double Counted(Extent output, double[] target) => !labels ? 1 : Array.IndexOf(target, 1.0) is var label and >= 0 ? WeightOf(label) : 0;

    public override int LabelOf(double[] target) => base.LabelOf(target) is var label and >= 0 ? label : ignored ?? Usual;

    public override double[] DrawTarget(Random random, int length)
    {
        if (!labels)
            return DrawProbabilities(random, length, withZeros: false);
        double[] target = new double[length];
        int label = random.Next(length);
        if (label != ignored && random.Next(5) > 0)
            target[label] = 1;
        return target;
    }

    /// <summary>Probabilities, in floats: they sum to 1 but for a rounding.</summary>
    public static double[] DrawProbabilities(Random random, int length, bool withZeros)
    {
        float[] parts = [.. Enumerable.Range(0, length).Select(i => withZeros && i > 0 && random.Next(4) == 0 ? 0 : random.NextSingle() + 0.01f)];
        return [.. parts.Select(part => (double)(part / parts.Sum()))];
    }

    public override (double Value, double Error) Judge(Pass pass, Bounded output, double[] target, double scale, Bounded gradient)
    {
        int classes = output.Length;
        if (labels && !target.Contains(1))
            return (0, 0);
        double[] compared = [.. target.Select((t, i) => WeightOf(i) * ((1 - (double)smoothing) * t + (double)smoothing / classes))];
        double largest = output.Value.Max();
        double sum = output.Value.Sum(x => Math.Exp(x - largest));
        double logarithm = largest + Math.Log(sum), total = compared.Sum();
        double loss = 0, error = 0;

        // The mean of the inputs' errors, and of the rounding of x − largest, by which the softmax's sum may be off.
        double common = Enumerable.Range(0, classes).Sum(i =>
            Math.Exp(output.Value[i] - logarithm) * (output.Error[i] + Rounding.Unit * (largest - output.Value[i])));
        double rounding = Rounding.Of(classes + 8);
        for (int i = 0; i < classes; i++)
        {
            double x = output.Value[i], softmax = Math.Exp(x - logarithm);
            double own = output.Error[i] + Rounding.Unit * (largest - x);
            loss += compared[i] * (Math.Log(sum) + (largest - x));
            error += compared[i] * (own + common + rounding * (largest - x + Math.Log(sum) + 1));

            // Where the target is not 1 alone it is added up in floats, of which its parts are products.
            double ofTotal = labels && smoothing == 0 ? 0 : rounding * total;
            double off = softmax * (total * (own + common + rounding) + ofTotal) + 4 * Rounding.Unit * (softmax * total + compared[i]);
            gradient.Add(i, scale * (softmax * total - compared[i]), scale * off + Rounding.Tiny);
        }

        return (loss, error);
    }

    private double WeightOf(int label) => weights?[label] ?? 1;

    private static string Text(float value) => value.ToString("R", CultureInfo.InvariantCulture) + "f";
}
