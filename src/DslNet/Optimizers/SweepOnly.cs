using System.Runtime.CompilerServices;

namespace DslNet;

/// <summary>The gradients are there: the sweep is all there is to do.</summary>
internal readonly struct SweepOnly : ISweepStep
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Run<TSweep, TSixteen>(TSweep sweep)
        where TSweep : struct, ISweep<TSixteen>, allows ref struct
        where TSixteen : struct, IUpdate, allows ref struct
    {
        Sweep.Over(sweep);
        return 0;
    }
}
