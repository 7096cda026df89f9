using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>What <see cref="SGDSweep"/> does to some elements.</summary>
internal readonly ref struct SGDUpdate<TLanes> : IUpdate where TLanes : struct, ILanes<TLanes>
{
    private readonly ref float _parameters, _gradients, _velocities;
    private readonly TLanes _backwards, _decay, _momentum, _gain;
    private readonly bool _moves, _looksAhead;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SGDUpdate(scoped in SGDSweep sweep)
    {
        _parameters = ref MemoryMarshal.GetReference(sweep.Parameters);
        _gradients = ref MemoryMarshal.GetReference(sweep.Gradients);
        _velocities = ref MemoryMarshal.GetReference(sweep.Velocity);
        (_backwards, _decay) = (TLanes.All(-sweep.LearningRate), TLanes.All(sweep.WeightDecay));
        (_momentum, _gain) = (TLanes.All(sweep.Momentum), TLanes.All(sweep.Gain));
        (_moves, _looksAhead) = (sweep.Velocity.Length > 0, sweep.Nesterov);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int index)
    {
        CacheLines.Prefetch(ref Unsafe.Add(ref _parameters, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _gradients, index), TLanes.Count);
        if (_moves)
            CacheLines.Prefetch(ref Unsafe.Add(ref _velocities, index), TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RequestOwnership(int index) => CacheLines.RequestOwnership(ref Unsafe.Add(ref _parameters, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(int index)
    {
        TLanes parameter = TLanes.Load(ref _parameters, index);
        TLanes direction = TLanes.Fuse(_decay, parameter, TLanes.Load(ref _gradients, index));
        if (_moves)
        {
            TLanes velocity = TLanes.RoundTiny(TLanes.Fuse(_momentum, TLanes.Load(ref _velocities, index), _gain * direction));
            TLanes.Store(velocity, ref _velocities, index);
            direction = _looksAhead ? TLanes.Fuse(_momentum, velocity, direction) : velocity;
        }

        TLanes.Store(TLanes.Fuse(_backwards, direction, parameter), ref _parameters, index);
    }
}
