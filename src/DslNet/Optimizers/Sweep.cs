using System.Runtime.Intrinsics;

namespace DslNet;

/// <summary>Runs a sweep with the widest lanes at hand, and the rest with narrower ones; divided among threads where it is long.</summary>
internal static class Sweep
{
    /// <summary>The multiply-adds that take as long as the update of one element, with its root, division and memory traffic.</summary>
    private const int MultiplyAddsAnElement = 16;

    public static void Over<TSweep>(TSweep sweep) where TSweep : struct, ISweep, allows ref struct
    {
        ThreadCount threads = NetworkThreads.For((long)sweep.Length * MultiplyAddsAnElement);
        if (threads == ThreadCount.One)
        {
            Over(ref sweep, 0, sweep.Length, isDivided: false);
            return;
        }

        SweepParts<TSweep> parts = new(sweep, threads.Awake);
        Job<SweepParts<TSweep>>.Run(ref parts, parts.Count, threads);
    }

    /// <summary>Runs it between two indices.</summary>
    public static void Over<TSweep>(scoped ref readonly TSweep sweep, int start, int end, bool isDivided) where TSweep : struct, ISweep, allows ref struct
    {
        if (Vector256.IsHardwareAccelerated)
            start = sweep.Run<Lanes256>(start, end, isDivided);
        start = sweep.Run<Lanes128>(start, end, isDivided);
        sweep.Run<Lanes1>(start, end, isDivided);
    }
}
