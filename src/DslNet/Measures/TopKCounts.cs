using System.Collections.Immutable;

namespace DslNet;

/// <summary>Counts samples whose class is among those with the largest scores, for several numbers of classes at once.</summary>
internal sealed class TopKCounts
{
    private readonly (int K, long Right)[] _counts;
    private long _samples;

    public TopKCounts(ReadOnlySpan<int> ks)
    {
        _counts = new (int, long)[ks.Length];
        for (int i = 0; i < ks.Length; i++)
            _counts[i].K = ks[i];
    }

    public void Add(ReadOnlySpan<float> scores, int label)
    {
        int rank = RankOf(scores, label);
        foreach (ref (int K, long Right) count in _counts.AsSpan())
            count.Right += rank < count.K ? 1 : 0;
        _samples++;
    }

    public ImmutableArray<TopKAccuracy> Accuracies() => [.. _counts.Select(count => new TopKAccuracy(count.K, (double)count.Right / _samples))];

    /// <summary>How many classes are before one; with a score that is NaN nobody knows, and so more than there are.</summary>
    private static int RankOf(ReadOnlySpan<float> scores, int label)
    {
        int rank = 0;
        for (int i = 0; i < scores.Length; i++)
        {
            if (float.IsNaN(scores[i]))
                return int.MaxValue;
            rank += scores[i] > scores[label] || (scores[i] == scores[label] && i < label) ? 1 : 0;
        }

        return rank;
    }
}
