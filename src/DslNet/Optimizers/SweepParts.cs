using System.Runtime.Intrinsics;

namespace DslNet;

/// <summary>A sweep in ranges of elements, each with the widest lanes at hand, and the rest with narrower ones.</summary>
internal readonly ref struct SweepParts<TSweep>(TSweep sweep) : IParts where TSweep : struct, ISweep, allows ref struct
{
    private const int Range = 16 * 1024;

    private readonly TSweep _sweep = sweep;

    public int Count => (int)(((long)_sweep.Length + Range - 1) / Range);

    public void Run(Job job)
    {
        while (job.TryNext(out int part))
        {
            int done = part * Range, end = Math.Min(_sweep.Length, done + Range);
            if (Vector256.IsHardwareAccelerated)
                done = _sweep.Run<Lanes256>(done, end);
            done = _sweep.Run<Lanes128>(done, end);
            _sweep.Run<Lanes1>(done, end);
        }
    }
}
