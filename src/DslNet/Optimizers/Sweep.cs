namespace DslNet;

/// <summary>Runs a sweep, divided among threads where it is long.</summary>
internal static class Sweep
{
    /// <summary>The multiply-adds that take as long as the update of one element, with its root, division and memory traffic.</summary>
    private const int MultiplyAddsAnElement = 16;

    public static void Over<TSweep>(TSweep sweep) where TSweep : struct, ISweep, allows ref struct
    {
        SweepParts<TSweep> parts = new(sweep);
        Job<SweepParts<TSweep>>.Run(ref parts, parts.Count, NetworkThreads.For((long)sweep.Length * MultiplyAddsAnElement));
    }
}
