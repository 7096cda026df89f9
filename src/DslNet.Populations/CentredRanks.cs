namespace DslNet.Populations;

/// <summary>
/// Losses by their ranks, from −½ for the least to ½ for the greatest: what a generation learns does not depend on the scale of the losses, nor on one that is far away from all others. Equal losses
/// have one value, the mean of their ranks. NaN is greater than all numbers.
/// </summary>
internal static class CentredRanks
{
    /// <param name="losses">The losses.</param>
    /// <param name="ranks">As many ranks.</param>
    public static void Compute(ReadOnlySpan<float> losses, Span<float> ranks)
    {
        int count = losses.Length;
        float[] sorted = losses.ToArray();
        int[] order = new int[count];
        for (int i = 0; i < count; i++)
            order[i] = i;
        Array.Sort(sorted, order, Comparer<float>.Create(Compare));
        for (int first = 0; first < count;)
        {
            int end = first + 1;
            while (end < count && Compare(sorted[end], sorted[first]) == 0)
                end++;
            float rank = count == 1 ? 0 : (float)((first + end - 1) / 2.0 / (count - 1) - 0.5);
            for (int i = first; i < end; i++)
                ranks[order[i]] = rank;
            first = end;
        }
    }

    private static int Compare(float a, float b) => float.IsNaN(a) || float.IsNaN(b) ? float.IsNaN(a).CompareTo(float.IsNaN(b)) : a.CompareTo(b);
}
