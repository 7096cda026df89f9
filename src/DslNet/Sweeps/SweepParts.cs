namespace DslNet;

/// <summary>A sweep in ranges of elements that threads take one after the other.</summary>
internal readonly ref struct SweepParts<TSweep>(TSweep sweep, int threads) : IParts where TSweep : struct, ISweep, allows ref struct
{
    // Several a thread, so that one that comes late does not hold up the others; whole cache lines.
    private const int LeastRange = 1024, MostRange = 16 * 1024, RangesPerThread = 4;

    private readonly TSweep _sweep = sweep;
    private readonly int _range = Math.Clamp(sweep.Length / (threads * RangesPerThread) / LeastRange * LeastRange, LeastRange, MostRange);

    public int Count => (int)(((long)_sweep.Length + _range - 1) / _range);

    public void Run(Job job, int participant)
    {
        while (job.TryNext(participant, out int part))
        {
            int start = part * _range;
            Sweep.Over(in _sweep, start, (int)Math.Min(_sweep.Length, (long)start + _range), isDivided: true);
        }
    }
}
