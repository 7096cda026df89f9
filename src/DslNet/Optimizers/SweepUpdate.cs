using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>A sweep piece by piece, fused into a network's kernels.</summary>
internal ref struct SweepUpdate<TSweep, TWide>(TSweep sweep) : IParameterUpdate
    where TSweep : struct, ISweep<TWide>, allows ref struct
    where TWide : struct, IUpdate, allows ref struct
{
    private readonly TSweep _sweep = sweep;
    private readonly TWide _sixteen = sweep.WideUpdate();
    private GroupSum _groups;

    public static bool IsNone => false;

    public void UseGroupSums(Span<float> gradients, ReadOnlySpan<float> others) => _groups = new GroupSum { Gradients = gradients, Others = others };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void UpdateSixteen(int index, int next)
    {
        _sixteen.Prefetch(next);
        if (_groups.Length > 0)
            _groups.At<Lanes512>(index);
        _sixteen.At(index);
    }

    public readonly void UpdateRange(int start, int length)
    {
        if (_groups.Length > 0)
            Sweep.Over(in _groups, start, start + length, isDivided: false);
        Sweep.Over(in _sweep, start, start + length, isDivided: false);
    }

    public readonly void UpdateAll()
    {
        if (_groups.Length > 0)
            Sweep.Over(new GroupedSweep<TSweep>(_groups, _sweep));
        else
            Sweep.Over(_sweep);
    }
}
