namespace DslNet.Benchmarks.Models;

/// <summary>Inputs and targets: the same in every run.</summary>
internal static class RandomData
{
    /// <summary>Numbers of mean 0 and variance 1.</summary>
    public static float[] Normal(int count)
    {
        var random = new Random(1);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++)
            numbers[i] = (float)(Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return numbers;
    }

    /// <summary>Classes, all equally likely.</summary>
    public static int[] Labels(int count, int classes)
    {
        var random = new Random(2);
        int[] labels = new int[count];
        for (int i = 0; i < count; i++)
            labels[i] = random.Next(classes);
        return labels;
    }
}
