using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>What <see cref="RMSPropSweep"/> does to some elements.</summary>
internal readonly ref struct RMSPropUpdate<TLanes> : IUpdate where TLanes : struct, ILanes<TLanes>
{
    private readonly ref float _parameters, _gradients, _squares, _velocities;
    private readonly TLanes _backwards, _decay, _alpha, _rest, _epsilon, _momentum;
    private readonly bool _moves;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RMSPropUpdate(scoped in RMSPropSweep sweep)
    {
        _parameters = ref MemoryMarshal.GetReference(sweep.Parameters);
        _gradients = ref MemoryMarshal.GetReference(sweep.Gradients);
        _squares = ref MemoryMarshal.GetReference(sweep.Squares);
        _velocities = ref MemoryMarshal.GetReference(sweep.Velocity);
        (_backwards, _decay) = (TLanes.All(-sweep.LearningRate), TLanes.All(sweep.WeightDecay));
        (_alpha, _rest, _epsilon) = (TLanes.All(sweep.Alpha), TLanes.All(1 - sweep.Alpha), TLanes.All(sweep.Epsilon));
        _momentum = TLanes.All(sweep.Momentum);
        _moves = sweep.Velocity.Length > 0;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int index)
    {
        CacheLines.Prefetch(ref Unsafe.Add(ref _parameters, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _gradients, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _squares, index), TLanes.Count);
        if (_moves)
            CacheLines.Prefetch(ref Unsafe.Add(ref _velocities, index), TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RequestOwnership(int index) => CacheLines.RequestOwnership(ref Unsafe.Add(ref _parameters, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(int index)
    {
        TLanes parameter = TLanes.Load(ref _parameters, index);
        TLanes gradient = TLanes.Fuse(_decay, parameter, TLanes.Load(ref _gradients, index));
        TLanes square = TLanes.RoundTiny(TLanes.Fuse(_alpha, TLanes.Load(ref _squares, index), _rest * (gradient * gradient)));
        TLanes.Store(square, ref _squares, index);
        TLanes direction = gradient / (TLanes.SquareRoot(square) + _epsilon);
        if (_moves)
        {
            direction = TLanes.RoundTiny(TLanes.Fuse(_momentum, TLanes.Load(ref _velocities, index), direction));
            TLanes.Store(direction, ref _velocities, index);
        }

        TLanes.Store(TLanes.Fuse(_backwards, direction, parameter), ref _parameters, index);
    }
}
