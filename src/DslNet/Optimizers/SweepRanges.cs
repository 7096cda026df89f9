using System.Runtime.CompilerServices;

namespace DslNet;

/// <summary>The gradients are there: the sweep is done over some parameters. The others stay what they are, and so does their state.</summary>
internal readonly struct SweepRanges((int Start, int End)[] ranges) : ISweepStep
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Run<TSweep, TWide>(TSweep sweep)
        where TSweep : struct, ISweep<TWide>, allows ref struct
        where TWide : struct, IUpdate, allows ref struct
    {
        foreach ((int start, int end) in ranges)
            Sweep.Over(in sweep, start, end, isDivided: false);
        return 0;
    }
}
