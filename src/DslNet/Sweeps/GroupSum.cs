using System.Runtime.CompilerServices;
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes>
    {
        end -= (end - start) % TLanes.Count;
        for (int i = start; i < end; i += TLanes.Count)
            At<TLanes>(i);
        return end;
    }

    /// <summary>Adds as many gradients as there are lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At<TLanes>(int index) where TLanes : struct, ILanes<TLanes>
    {
        ref float gradients = ref MemoryMarshal.GetReference(Gradients);
        ref float others = ref MemoryMarshal.GetReference(Others);
        TLanes sum = TLanes.Load(ref gradients, index);
        for (int other = index; other < Others.Length; other += Length)
            sum += TLanes.Load(ref others, other);
        TLanes.Store(sum, ref gradients, index);
    }
}
