namespace DslNet.Tests.Training;

/// <summary>Small datasets.</summary>
internal static class Samples
{
    /// <summary>Samples of two numbers, the first of them the sample's own number, with labels 0, 1, 2, 0, 1, …</summary>
    public static Dataset Numbered(int count) => Dataset.FromLabels(
        Enumerable.Range(0, count).SelectMany(i => new float[] { i, 1 }).ToArray(), Enumerable.Range(0, count).Select(i => i % 3).ToArray(), 2);

    /// <summary>Points around three corners, easily told apart.</summary>
    public static Dataset Corners(int count, int seed)
    {
        var random = new Random(seed);
        float[] inputs = new float[count * 2];
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
        {
            labels[i] = random.Next(3);
            inputs[2 * i] = (labels[i] == 1 ? 2 : 0) + random.NextSingle() - 0.5f;
            inputs[2 * i + 1] = (labels[i] == 2 ? 2 : 0) + random.NextSingle() - 0.5f;
        }

        return Dataset.FromLabels(inputs, labels, 2);
    }

    /// <summary>y = (2a − b, a + b + 1).</summary>
    public static Dataset Plane(int count, int seed)
    {
        var random = new Random(seed);
        float[] inputs = new float[count * 2], targets = new float[count * 2];
        for (int i = 0; i < count; i++)
        {
            (float a, float b) = (inputs[2 * i], inputs[2 * i + 1]) = (random.NextSingle(), random.NextSingle());
            (targets[2 * i], targets[2 * i + 1]) = (2 * a - b, a + b + 1);
        }

        return Dataset.FromTargets(inputs, targets, 2, 2);
    }
}
