using System.Numerics;
using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Adds the gradients of all groups in ascending order, a range of parameters at a time.</summary>
internal readonly ref struct ReductionParts(Span<float> gradients, ReadOnlySpan<float> otherSums) : IParts
{
    /// <summary>Parameters in a range: their sums stay in the second-level cache.</summary>
    public const int Range = 16 * 1024;

    private readonly Span<float> _gradients = gradients;
    private readonly ReadOnlySpan<float> _otherSums = otherSums;

    public void Run(Job job)
    {
        while (job.TryNext(out int part))
            Add(part * Range, Math.Min(_gradients.Length, (part + 1) * Range));
    }

    private void Add(int start, int end)
    {
        ref float gradients = ref MemoryMarshal.GetReference(_gradients);
        int length = _gradients.Length;
        int i = start;
        for (; i <= end - Vector<float>.Count; i += Vector<float>.Count)
        {
            Vector<float> sum = Vector.LoadUnsafe(ref gradients, (nuint)i);
            for (int other = i; other < _otherSums.Length; other += length)
                sum += Vector.LoadUnsafe(in MemoryMarshal.GetReference(_otherSums), (nuint)other);
            sum.StoreUnsafe(ref gradients, (nuint)i);
        }

        for (; i < end; i++)
        {
            for (int other = i; other < _otherSums.Length; other += length)
                _gradients[i] += _otherSums[other];
        }
    }
}
