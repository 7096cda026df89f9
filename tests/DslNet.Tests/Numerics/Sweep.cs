namespace DslNet.Tests.Numerics;

/// <summary>Numbers to test with.</summary>
internal static class Sweep
{
    // Prime, so that the low bits of the numbers take every value.
    private const uint Stride = 6007;

    // Where a function changes its formula, its exponent or its mind.
    private static readonly float[] Borders =
    [
        0, 1.17549435e-38f, 1e-20f, 1e-7f, 1e-4f, 1e-3f, 0.1f, 0.25f, 0.3465736f, 0.4142136f, 0.5f, 0.5493061f, 0.625f, 0.6931472f, 0.7071068f,
        0.7517916f, 0.8813736f, 0.92f, 1, 1.0397208f, 1.2784645f, 1.4142135f, 1.7328680f, 2, 3.9192059f, 4, 8, 9.01f, 12.9f, 13, 16.6f, 17.33f, 26, 87, 87.3f,
        87.68f, 88, 88.3762626f, 88.7228317f, 103.97f, 3.4028235e38f,
    ];

    /// <summary>Floats of every exponent and both signs, all floats next to the borders, and ordinary numbers densely.</summary>
    internal static float[] Numbers { get; } = [.. Strided(), .. NearBorders(), .. Ordinary()];

    /// <summary>Those from first to last.</summary>
    internal static float[] Between(float first, float last) => [.. Numbers.Where(x => x >= first && x <= last)];

    private static IEnumerable<float> Strided()
    {
        for (ulong bits = 0; bits <= uint.MaxValue; bits += Stride)
        {
            float x = BitConverter.UInt32BitsToSingle((uint)bits);
            if (float.IsFinite(x))
                yield return x;
        }
    }

    private static IEnumerable<float> NearBorders()
    {
        foreach (float border in Borders)
        {
            int bits = BitConverter.SingleToInt32Bits(border);
            for (int i = Math.Max(0, bits - 500); i <= bits + 500; i++)
            {
                float x = BitConverter.Int32BitsToSingle(i);
                if (!float.IsFinite(x))
                    break;
                yield return x;
                yield return -x;
            }
        }
    }

    private static IEnumerable<float> Ordinary()
    {
        for (int i = -150_000; i <= 150_000; i++)
            yield return i * 1.00001e-4f;
    }
}
