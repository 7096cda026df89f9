using System.Runtime.CompilerServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>A sweep piece by piece, as a network's kernels ask for it.</summary>
internal ref struct SweepUpdate<TSweep, TSixteen>(TSweep sweep) : IParameterUpdate
    where TSweep : struct, ISweep<TSixteen>, allows ref struct
    where TSixteen : struct, IUpdate, allows ref struct
{
    private readonly TSweep _sweep = sweep;
    private readonly TSixteen _sixteen = sweep.OfSixteen();
    private GroupSum _groups;

    public static bool IsNone => false;

    public void AddGroups(Span<float> gradients, ReadOnlySpan<float> others) => _groups = new GroupSum { Gradients = gradients, Others = others };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void UpdateSixteen(int index, int soon)
    {
        _sixteen.Prefetch(soon);
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
