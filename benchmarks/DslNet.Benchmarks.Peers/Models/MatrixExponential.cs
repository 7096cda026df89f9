namespace DslNet.Benchmarks.Models;

/// <summary>The exponential of 2×2 matrices, which the matexp network has to learn.</summary>
internal static class MatrixExponential
{
    // Below it sinh(√q) / √q is 1 + q / 6 to the last bit, and the quotient would be 0 / 0 at the end.
    private const double Small = 1e-8;

    /// <summary>The exponentials of matrices that lie one after another, row by row.</summary>
    public static float[] OfEach(float[] matrices)
    {
        float[] exponentials = new float[matrices.Length];
        for (int i = 0; i < matrices.Length; i += 4)
            Of(matrices.AsSpan(i, 4), exponentials.AsSpan(i, 4));
        return exponentials;
    }

    /// <summary>
    /// With s half of the trace, N = A − s·I has the square q·I (Cayley and Hamilton), so that the series of the exponential
    /// becomes eˢ · (cosh √q · I + sinh √q / √q · N); a negative q turns the two into cosine and sine.
    /// </summary>
    private static void Of(ReadOnlySpan<float> a, Span<float> result)
    {
        double half = (a[0] + (double)a[3]) / 2, n = a[0] - half;
        double square = n * n + (double)a[1] * a[2], root = Math.Sqrt(Math.Abs(square));
        double even = square < 0 ? Math.Cos(root) : Math.Cosh(root);
        double odd = Math.Abs(square) < Small ? 1 + square / 6 : (square < 0 ? Math.Sin(root) : Math.Sinh(root)) / root;
        double scale = Math.Exp(half);
        result[0] = (float)(scale * (even + odd * n));
        result[1] = (float)(scale * odd * a[1]);
        result[2] = (float)(scale * odd * a[2]);
        result[3] = (float)(scale * (even - odd * n));
    }
}
