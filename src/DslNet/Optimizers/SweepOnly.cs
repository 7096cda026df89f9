using System.Runtime.CompilerServices;

namespace DslNet;

/// <summary>The gradients are there: the sweep is all there is to do.</summary>
internal readonly struct SweepOnly : ISweepStep
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Run<TSweep, TWide>(TSweep sweep)
        where TSweep : struct, ISweep<TWide>, allows ref struct
        where TWide : struct, IUpdate, allows ref struct
    {
        Sweep.Over(sweep);
        return 0;
    }
}
