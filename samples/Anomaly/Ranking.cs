namespace UnseenClothing;

/// <summary>How well scores tell two kinds of samples apart, whatever threshold one would choose.</summary>
internal static class Ranking
{
    /// <summary>
    /// The area under the ROC curve: how likely a sample that is sought has a higher score than one that is not, both drawn at random. 0.5 is
    /// guessing, 1 is perfect. Equal scores count half.
    /// </summary>
    /// <param name="scores">A score for each sample.</param>
    /// <param name="isSought">Whether it is one of those that should have high scores.</param>
    public static double Auc(ReadOnlySpan<float> scores, ReadOnlySpan<bool> isSought)
    {
        float[] keys = scores.ToArray();
        bool[] sought = isSought.ToArray();
        Array.Sort(keys, sought);
        double wins = 0;
        long others = 0, all = 0;
        for (int start = 0; start < keys.Length;)
        {
            // Those with the same score.
            int end = start, soughtHere = 0;
            for (; end < keys.Length && keys[end] == keys[start]; end++)
                soughtHere += sought[end] ? 1 : 0;
            int othersHere = end - start - soughtHere;
            wins += soughtHere * (others + 0.5 * othersHere);
            (others, all, start) = (others + othersHere, all + soughtHere, end);
        }

        return wins / ((double)others * all);
    }
}
