using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>Runs a sweep with the widest lanes at hand, and the rest with narrower ones; divided among threads where it is long.</summary>
internal static class Sweep
{
    /// <summary>The multiply-adds that take as long as the update of one element, with its root, division and memory traffic.</summary>
    private const int MultiplyAddsPerElement = 16;

    // Parameters of eight cache lines.
    private const int OwnershipAhead = 128;

    /// <summary>How many threads pay for so many elements.</summary>
    public static ThreadCount ThreadsFor(int length) => NetworkThreads.For((long)length * MultiplyAddsPerElement);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Over<TSweep>(TSweep sweep) where TSweep : struct, ISweep, allows ref struct
    {
        ThreadCount threads = ThreadsFor(sweep.Length);
        if (threads == ThreadCount.One)
        {
            Over(ref sweep, 0, sweep.Length, isDivided: false);
            return;
        }

        SweepParts<TSweep> parts = new(sweep, threads.Awake);
        Job<SweepParts<TSweep>>.Run(ref parts, parts.Count, threads);
    }

    /// <summary>Runs it between two indices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Over<TSweep>(scoped ref readonly TSweep sweep, int start, int end, bool isDivided) where TSweep : struct, ISweep, allows ref struct
    {
        if (isDivided && Vector512.IsHardwareAccelerated)
            start = sweep.Run<Lanes512>(start, end, isDivided);
        if (Vector256.IsHardwareAccelerated)
            start = sweep.Run<Lanes256>(start, end, isDivided);
        start = sweep.Run<Lanes128>(start, end, isDivided);
        sweep.Run<Lanes1>(start, end, isDivided);
    }

    /// <summary>Updates as many whole lanes as fit between two indices, and returns the index of the first element not updated.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static int Each<TUpdate, TLanes>(scoped in TUpdate update, int start, int end, bool isDivided)
        where TUpdate : struct, IUpdate, allows ref struct
        where TLanes : struct, ILanes<TLanes>
    {
        end -= (end - start) % TLanes.Count;
        if (isDivided)
        {
            EachWithOwnership<TUpdate, TLanes>(in update, start, end);
            return end;
        }

        TUpdate copy = update; // what does not change stays in registers
        for (int i = start; i < end; i += TLanes.Count)
            copy.At(i);
        return end;
    }

    // All cores have read the parameters, so that a core which writes one must first own its line. Stores retire in order, so ownership
    // requests overlap only if issued back to back. The loop therefore requests the lines of the next 128 parameters before it updates
    // the current ones. Measured on two threads and mlp512: 125 µs, without it 250.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void EachWithOwnership<TUpdate, TLanes>(scoped in TUpdate update, int start, int end)
        where TUpdate : struct, IUpdate, allows ref struct
        where TLanes : struct, ILanes<TLanes>
    {
        TUpdate copy = update;
        int owned = start;
        for (int piece = start; piece < end;)
        {
            for (int next = piece + Math.Min(end - piece, 2 * OwnershipAhead); owned < next; owned += CacheLines.Floats)
                copy.RequestOwnership(owned);
            int pieceEnd = piece + Math.Min(end - piece, OwnershipAhead);
            for (int i = piece; i < pieceEnd; i += TLanes.Count)
                copy.At(i);
            piece = pieceEnd;
        }
    }
}
