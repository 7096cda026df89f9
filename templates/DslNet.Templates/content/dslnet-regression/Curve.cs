using DslNet;

/// <summary>Points of a curve, with noise. Replace them by data of your own.</summary>
internal static class Curve
{
    public static Dataset Sample(int count, float noise, int seed)
    {
        var random = new Random(seed);
        float[] inputs = new float[count], targets = new float[count];
        for (int i = 0; i < count; i++)
        {
            inputs[i] = 2 * random.NextSingle() - 1;
            targets[i] = MathF.Sin(4 * inputs[i]) + 0.5f * inputs[i] + noise * (2 * random.NextSingle() - 1);
        }

        return Dataset.FromTargets(inputs, targets, featureLength: 1, targetLength: 1);
    }
}
