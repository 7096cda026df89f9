namespace DslNet.Tests.Optimizers;

/// <summary>Numbers to try optimisers on, and comparisons bit by bit.</summary>
internal static class Bits
{
    public static float[] Random(int length, int seed, float scale = 1)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (random.NextSingle() * 2 - 1) * scale)];
    }

    public static uint[] Of(ReadOnlySpan<float> numbers)
    {
        uint[] bits = new uint[numbers.Length];
        for (int i = 0; i < bits.Length; i++)
            bits[i] = BitConverter.SingleToUInt32Bits(numbers[i]);
        return bits;
    }
}
