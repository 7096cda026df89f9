namespace DslNet.Generators.Tests.Expressions;

/// <summary>Floats compared to the last bit; NaNs are one.</summary>
internal static class Bits
{
    /// <summary>What floats there are: zeros, ordinary, tiny and huge ones of both signs, infinities and NaN. Their number fills vectors.</summary>
    public static IReadOnlyList<float> Special { get; } =
    [
        0, -0f, 1, -1, 0.5f, -0.5f, 1.5f, -3, 7, -7, 20, -20, 100, -100, 1e-3f, -1e-3f, 1e-30f, -1e-30f, float.Epsilon, -float.Epsilon, 1e30f, -1e30f,
        float.MaxValue, float.MinValue, float.PositiveInfinity, float.NegativeInfinity, float.NaN, 0.3f, -0.3f, 2, -2, 12,
    ];

    /// <summary>Every two of them.</summary>
    public static (float[] X, float[] Y) Pairs =>
        ([.. Special.SelectMany(x => Special.Select(_ => x))], [.. Special.SelectMany(_ => Special)]);

    public static void AssertSame(Func<int, float> expected, float[] actual, Func<int, string> what)
    {
        for (int i = 0; i < actual.Length; i++)
        {
            float wanted = expected(i);
            bool same = float.IsNaN(wanted) ? float.IsNaN(actual[i]) : BitConverter.SingleToInt32Bits(wanted) == BitConverter.SingleToInt32Bits(actual[i]);
            if (!same)
                Assert.Fail($"{what(i)}: expected {wanted:R}, computed {actual[i]:R}.");
        }
    }
}
