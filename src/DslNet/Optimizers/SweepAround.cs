using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>The gradients are there: the sweep is done over all parameters but frozen ones, whose state stays what it is too.</summary>
internal readonly struct SweepAround(FrozenParameters frozen) : ISweepStep
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public float Run<TSweep, TWide>(TSweep sweep)
        where TSweep : struct, ISweep<TWide>, allows ref struct
        where TWide : struct, IUpdate, allows ref struct
    {
        foreach ((int start, int end) in frozen.Others)
            Sweep.Over(in sweep, start, end, isDivided: false);
        return 0;
    }
}
