using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using DslNet.Numerics;

namespace DslNet;

/// <summary>Turns logits into probabilities, in place.</summary>
internal static class Probabilities
{
    /// <summary>eˣ over the sum of all eˣ; the largest x is taken from all of them before, so that none overflows.</summary>
    public static void Softmax(Span<float> logits)
    {
        float largest = logits[0];
        foreach (float logit in logits)
            largest = logit > largest ? logit : largest;

        Span<Vector128<float>> vectors = MemoryMarshal.Cast<float, Vector128<float>>(logits);
        foreach (ref Vector128<float> vector in vectors)
            vector = VectorMath.Exp(vector - Vector128.Create(largest));
        foreach (ref float logit in Tail(logits, vectors.Length))
            logit = VectorMath.Exp(Vector128.CreateScalar(logit - largest)).ToScalar();

        // In the order of the classes, whatever the width of a vector.
        float sum = 0;
        foreach (float power in logits)
            sum += power;
        foreach (ref float power in logits)
            power /= sum;
    }

    /// <summary>1 / (1 + e⁻ˣ).</summary>
    public static void Sigmoid(Span<float> logits)
    {
        Span<Vector128<float>> vectors = MemoryMarshal.Cast<float, Vector128<float>>(logits);
        foreach (ref Vector128<float> vector in vectors)
            vector = VectorMath.Sigmoid(vector);
        foreach (ref float logit in Tail(logits, vectors.Length))
            logit = VectorMath.Sigmoid(Vector128.CreateScalar(logit)).ToScalar();
    }

    private static Span<float> Tail(Span<float> values, int vectors) => values[(vectors * Vector128<float>.Count)..];
}
