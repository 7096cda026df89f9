namespace DslNet.Search;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>The probability of less, to seven digits: W. H. Press et al., "Numerical Recipes in C" (1992), erfcc.</summary>
    public static double Cumulative(double x)
    {
        double z = Math.Abs(x) / Math.Sqrt(2), t = 1 / (1 + 0.5 * z);
        double upper = 0.5 * t * Math.Exp(-z * z - 1.26551223 + t * (1.00002368 + t * (0.37409196 + t * (0.09678418 + t * (-0.18628806
            + t * (0.27886807 + t * (-1.13520398 + t * (1.48851587 + t * (-0.82215223 + t * 0.17087277)))))))));
        return x < 0 ? upper : 1 - upper;
    }

    /// <summary>A draw, by the method of G. E. P. Box and M. E. Muller (1958).</summary>
    public static double Draw(SampleStream random) => Math.Sqrt(-2 * Math.Log(random.Next())) * Math.Cos(2 * Math.PI * random.Next());
}
