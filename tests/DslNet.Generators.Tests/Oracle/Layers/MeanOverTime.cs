namespace DslNet.Generators.Tests.Oracle.Layers;

/// <summary>y = Σ x[t] / frames. The sum keeps what rounding takes from it, so that the error is that of two roundings, and hardly grows with the frames.</summary>
internal sealed class MeanOverTime : FrameReduction
{
    public override string Kind => "MeanOverTime";

    protected override Bounded Reduce(Pass pass, IReadOnlyList<Bounded> x)
    {
        Bounded mean = new(Input.Length);
        for (int i = 0; i < mean.Length; i++)
        {
            // Kahan's bound: (2u + O(n·u²))·Σ|x|, and the division's.
            double sum = x.Sum(frame => frame.Value[i]), magnitude = x.Sum(frame => Math.Abs(frame.Value[i])), error = x.Sum(frame => frame.Error[i]);
            double added = (2 + 4 * x.Count * Rounding.Unit) * Rounding.Unit * magnitude;
            mean.Set(i, sum / x.Count, (error + added) / x.Count + Rounding.Unit * Math.Abs(sum / x.Count));
        }

        return mean;
    }

    public override void BackwardTogether(IReadOnlyList<Reverse> reverses)
    {
        Bounded gradient = reverses[0].OutputGradient;
        foreach (Reverse reverse in reverses)
        {
            for (int i = 0; i < gradient.Length; i++)
            {
                double share = gradient.Value[i] / reverses.Count;
                reverse.InputGradients[0].Add(i, share, gradient.Error[i] / reverses.Count + Rounding.Unit * Math.Abs(share));
            }
        }
    }
}
