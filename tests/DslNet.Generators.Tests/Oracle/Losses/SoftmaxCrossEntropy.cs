namespace DslNet.Generators.Tests.Oracle.Losses;

/// <summary>−Σ tᵢ·ln softmax(x)ᵢ, with a target of probabilities or of one class.</summary>
internal sealed class SoftmaxCrossEntropy(bool labels) : OracleLoss
{
    public override string Kind => "SoftmaxCrossEntropy";

    public override bool TakesLabels => labels;

    public override int Elements(Extent output) => 1;

    public override double[] DrawTarget(Random random, int length)
    {
        double[] target = new double[length];
        if (labels)
        {
            target[random.Next(length)] = 1;
            return target;
        }

        float[] weights = [.. target.Select(_ => random.NextSingle() + 0.01f)];
        return [.. weights.Select(weight => (double)(weight / weights.Sum()))];
    }

    public override (double Value, double Error) Judge(Pass pass, Bounded output, double[] target, double scale, Bounded gradient)
    {
        double largest = output.Value.Max();
        double sum = output.Value.Sum(x => Math.Exp(x - largest));
        double logarithm = largest + Math.Log(sum), targets = target.Sum();
        double loss = 0, error = 0;

        // The mean of the inputs' errors, and of the rounding of x − largest, by which the softmax's sum may be off.
        double common = Enumerable.Range(0, output.Length).Sum(i =>
            Math.Exp(output.Value[i] - logarithm) * (output.Error[i] + Rounding.Unit * (largest - output.Value[i])));
        double rounding = Rounding.Of(output.Length + 8);
        for (int i = 0; i < output.Length; i++)
        {
            double x = output.Value[i], softmax = Math.Exp(x - logarithm);
            double own = output.Error[i] + Rounding.Unit * (largest - x);
            loss += target[i] * (Math.Log(sum) + (largest - x));
            error += target[i] * (own + common + rounding * (largest - x + Math.Log(sum) + 1));

            // The targets are divided in floats, so that their sum is 1 but for a rounding.
            double off = softmax * (own + common + rounding) + Math.Abs(1 - targets) * softmax + 4 * Rounding.Unit * (softmax + target[i]);
            gradient.Add(i, scale * (softmax * targets - target[i]), scale * off + Rounding.Tiny);
        }

        return (loss, error);
    }
}
