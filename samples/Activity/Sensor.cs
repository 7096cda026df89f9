using DslNet;

namespace HumanActivity;

/// <summary>Signals of an accelerometer with three axes, carried in a pocket: 256 values of each axis in five seconds.</summary>
internal static class Sensor
{
    /// <summary>Axes, and values of each.</summary>
    public const int Axes = 3, Length = 256;

    private const float ValuesPerSecond = 50;

    // In g: what the sensor adds by itself, what the road adds, and what clothes do.
    private const float Noise = 0.05f, Vibration = 0.15f;

    /// <summary>Records signals, of each movement as many.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">The same seed records the same signals.</param>
    public static Dataset Record(int count, int seed)
    {
        int movements = Enum.GetValues<Movement>().Length;
        var random = new Random(seed);
        float[] signals = new float[count * Axes * Length];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % movements;
            Record(Gait.Random((Movement)labels[i], random), signals.AsSpan(i * Axes * Length, Axes * Length), random);
        }

        return Dataset.FromLabels(signals, labels, Axes * Length);
    }

    private static void Record(Gait gait, Span<float> signal, Random random)
    {
        // A pocket holds the sensor in any direction: it is rotated about two axes.
        (float sine, float cosine) = MathF.SinCos(2 * MathF.PI * random.NextSingle());
        (float tiltSine, float tiltCosine) = MathF.SinCos(MathF.PI * random.NextSingle());
        float noise = Noise + Vibration * random.NextSingle();
        for (int i = 0; i < Length; i++)
        {
            (float forward, float side, float up) = gait.At(i / ValuesPerSecond);
            (forward, side) = (forward * cosine - side * sine, forward * sine + side * cosine);
            (forward, up) = (forward * tiltCosine - up * tiltSine, forward * tiltSine + up * tiltCosine);
            signal[i] = forward + noise * Normal(random);
            signal[Length + i] = side + noise * Normal(random);
            signal[2 * Length + i] = up + noise * Normal(random);
        }
    }

    private static float Normal(Random random) =>
        MathF.Sqrt(-2 * MathF.Log(1 - random.NextSingle())) * MathF.Cos(2 * MathF.PI * random.NextSingle());
}
