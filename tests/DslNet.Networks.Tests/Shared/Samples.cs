namespace DslNet.Networks.Tests;

/// <summary>Inputs, targets and labels for a network, the same in every run.</summary>
internal sealed class Samples
{
    public Samples(INetwork network, int count, int seed = 0)
    {
        Random random = new(seed);
        int outputLength = network.Description.OutputLength;
        (Count, OutputLength) = (count, outputLength);
        Inputs = Draw(count * network.Description.InputLength, () => random.NextSingle() * 2 - 1);
        Targets = Draw(count * outputLength, random.NextSingle);
        if (network.Description.Loss is { Target: LossTarget.Labels })
            Normalize(Targets, outputLength);
        Labels = new int[count];
        for (int i = 0; i < count; i++)
            Labels[i] = random.Next(outputLength);
    }

    public int Count { get; }

    public int OutputLength { get; }

    public float[] Inputs { get; }

    public float[] Targets { get; }

    public int[] Labels { get; }

    /// <summary>Probabilities of classes sum to 1.</summary>
    private static void Normalize(float[] targets, int classes)
    {
        for (int start = 0; start < targets.Length; start += classes)
        {
            float sum = targets.AsSpan(start, classes).ToArray().Sum();
            for (int i = 0; i < classes; i++)
                targets[start + i] /= sum;
        }
    }

    private static float[] Draw(int length, Func<float> next)
    {
        float[] numbers = new float[length];
        for (int i = 0; i < length; i++)
            numbers[i] = next();
        return numbers;
    }
}
