using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DslNet;

/// <summary>One step of <see cref="ExponentialMovingAverage"/>.</summary>
internal readonly ref struct AverageSweep : ISweep
{
    public required Span<float> Averages { get; init; }

    public required ReadOnlySpan<float> Parameters { get; init; }

    /// <summary>How much of a parameter joins its average.</summary>
    public required float Rest { get; init; }

    public int Length => Averages.Length;

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public int Run<TLanes>(int start, int end, bool isDivided) where TLanes : struct, ILanes<TLanes>
    {
        end -= (end - start) % TLanes.Count;
        ref float averages = ref MemoryMarshal.GetReference(Averages);
        ref float parameters = ref MemoryMarshal.GetReference(Parameters);
        TLanes rest = TLanes.All(Rest);
        for (int i = start; i < end; i += TLanes.Count)
        {
            TLanes average = TLanes.Load(ref averages, i);
            TLanes.Store(TLanes.RoundTiny(TLanes.Fuse(rest, TLanes.Load(ref parameters, i) - average, average)), ref averages, i);
        }

        return end;
    }
}
