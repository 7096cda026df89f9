using DslNet;

/// <summary>Points on two spirals that wind around each other. Replace them by data of your own.</summary>
internal static class Spirals
{
    private const float Turns = 1.5f;
    private const float Noise = 0.02f;

    public static Dataset Create(int count, int seed)
    {
        var random = new Random(seed);
        float[] inputs = new float[2 * count];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = i % 2;
            float radius = 0.1f + 0.9f * random.NextSingle();
            float angle = 2 * MathF.PI * (Turns * radius + 0.5f * labels[i]);
            inputs[2 * i] = radius * MathF.Cos(angle) + Noise * (random.NextSingle() - 0.5f);
            inputs[2 * i + 1] = radius * MathF.Sin(angle) + Noise * (random.NextSingle() - 0.5f);
        }

        return Dataset.FromLabels(inputs, labels, featureLength: 2);
    }
}
