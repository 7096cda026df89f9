namespace DslNet;

/// <summary>Random orders of samples.</summary>
public static class SampleOrder
{
    /// <summary>
    /// Writes the indices 0, 1, 2, … in a random order, every order equally likely (Fisher and Yates' shuffle).
    /// </summary>
    /// <param name="order">As many indices as there are samples; what it held before is of no consequence.</param>
    /// <param name="seed">The same seed and epoch give the same order on every machine.</param>
    /// <param name="epoch">Each epoch of a seed has an order of its own.</param>
    public static void Shuffle(Span<int> order, int seed, int epoch = 0)
    {
        for (int i = 0; i < order.Length; i++)
            order[i] = i;

        var random = new SplitMix64(((ulong)(uint)seed << 32) | (uint)epoch);
        for (int i = order.Length - 1; i > 0; i--)
        {
            int other = (int)random.Below((uint)i + 1);
            (order[i], order[other]) = (order[other], order[i]);
        }
    }
}
