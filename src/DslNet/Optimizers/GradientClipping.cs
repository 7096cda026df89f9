using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace DslNet;

/// <summary>Makes gradients that are too large smaller: the formulas of PyTorch's <c>torch.nn.utils.clip_grad_norm_</c> and <c>clip_grad_value_</c>.</summary>
/// <remarks><see cref="Optimizer.MaxGradientNorm"/> and <see cref="Optimizer.MaxGradientValue"/> do it in each step. These methods are for loops of one's own.</remarks>
public static class GradientClipping
{
    // So that nothing is divided by zero; PyTorch's.
    private const double Epsilon = 1e-6;

    /// <summary>The norm of all gradients together, √Σg², summed in double in the same order on every machine.</summary>
    public static float Norm(ReadOnlySpan<float> gradients) => (float)Math.Sqrt(SumOfSquares(gradients));

    /// <summary>Multiplies gradients by min(1, maximum / (norm + 10⁻⁶)). If their norm is not finite they stay what they are.</summary>
    /// <param name="gradients">The gradients, such as <see cref="INetwork.Gradients"/>.</param>
    /// <param name="maximum">The largest norm.</param>
    /// <returns>The norm before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is not positive.</exception>
    public static float ByNorm(Span<float> gradients, float maximum) => ByNorm(gradients, maximum, [(0, gradients.Length)]);

    /// <summary>Limits each gradient to −maximum … maximum. NaN stays NaN.</summary>
    /// <param name="gradients">The gradients, such as <see cref="INetwork.Gradients"/>.</param>
    /// <param name="maximum">The largest magnitude.</param>
    /// <exception cref="ArgumentOutOfRangeException">The maximum is not positive.</exception>
    public static void ByValue(Span<float> gradients, float maximum)
    {
        OptimizerSetting.Positive(maximum, nameof(maximum));
        Vector512<float> most = Vector512.Create(maximum), least = -most;
        foreach (ref Vector512<float> vector in MemoryMarshal.Cast<float, Vector512<float>>(gradients))
            vector = Vector512.Min(Vector512.Max(vector, least), most);
        foreach (ref float rest in Rest(gradients))
            rest = MathF.Min(MathF.Max(rest, -maximum), maximum);
    }

    /// <summary>The same, as if there were only some of the gradients.</summary>
    internal static float ByNorm(Span<float> gradients, float maximum, ReadOnlySpan<(int Start, int End)> ranges)
    {
        OptimizerSetting.Positive(maximum, nameof(maximum));
        double sum = 0;
        foreach ((int start, int end) in ranges)
            sum += SumOfSquares(gradients[start..end]);
        double norm = Math.Sqrt(sum), factor = maximum / (norm + Epsilon);
        if (factor < 1 && double.IsFinite(norm))
            Scale(gradients, (float)factor);
        return (float)norm;
    }

    /// <summary>Multiplies all gradients.</summary>
    internal static void Scale(Span<float> gradients, float factor)
    {
        foreach (ref Vector512<float> vector in MemoryMarshal.Cast<float, Vector512<float>>(gradients))
            vector *= factor;
        foreach (ref float rest in Rest(gradients))
            rest *= factor;
    }

    /// <summary>What is left behind the last sixteen.</summary>
    private static Span<float> Rest(Span<float> values) => values[(values.Length - values.Length % Vector512<float>.Count)..];

    /// <summary>Sixteen sums, one of each sixteenth element, which are added from the first to the last.</summary>
    private static double SumOfSquares(ReadOnlySpan<float> values)
    {
        Vector512<double> low = Vector512<double>.Zero, high = low;
        ReadOnlySpan<Vector512<float>> vectors = MemoryMarshal.Cast<float, Vector512<float>>(values);
        foreach (Vector512<float> vector in vectors)
        {
            (Vector512<double> lower, Vector512<double> upper) = Vector512.Widen(vector);
            low += lower * lower;
            high += upper * upper;
        }

        double sum = 0;
        for (int i = 0; i < Vector512<double>.Count; i++)
            sum += low[i] + high[i];
        foreach (float rest in values[(vectors.Length * Vector512<float>.Count)..])
            sum += (double)rest * rest;
        return sum;
    }
}
