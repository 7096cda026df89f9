using System.Runtime.InteropServices;

namespace DslNet.CompilerServices;

/// <summary>Adds the gradients of all groups of samples to those of the first, in ascending order.</summary>
internal readonly ref struct GroupSum : ISweep
{
    /// <summary>The first group's gradients, to which the others' are added.</summary>
    public required Span<float> Gradients { get; init; }

    /// <summary>The other groups' gradients, one group behind the other.</summary>
    public required ReadOnlySpan<float> Others { get; init; }

    public int Length => Gradients.Length;

    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes>
    {
        ref float gradients = ref MemoryMarshal.GetReference(Gradients);
        ref float others = ref MemoryMarshal.GetReference(Others);
        int length = Length, all = Others.Length;

        int i = start, last = end - TLanes.Count;
        for (; i <= last; i += TLanes.Count)
        {
            TLanes sum = TLanes.Load(ref gradients, i);
            for (int other = i; other < all; other += length)
                sum += TLanes.Load(ref others, other);
            TLanes.Store(sum, ref gradients, i);
        }

        return i;
    }
}
