using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>What <see cref="LionSweep"/> does to some elements.</summary>
internal readonly ref struct LionUpdate<TLanes> : IUpdate where TLanes : struct, ILanes<TLanes>
{
    private readonly ref float _parameters, _gradients, _means;
    private readonly TLanes _backwards, _shrinkage, _rest1, _rest2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LionUpdate(scoped in LionSweep sweep)
    {
        _parameters = ref MemoryMarshal.GetReference(sweep.Parameters);
        _gradients = ref MemoryMarshal.GetReference(sweep.Gradients);
        _means = ref MemoryMarshal.GetReference(sweep.Means);
        _backwards = TLanes.All(-sweep.LearningRate);
        _shrinkage = TLanes.All(sweep.Shrinkage);
        _rest1 = TLanes.All(1 - sweep.Beta1);
        _rest2 = TLanes.All(1 - sweep.Beta2);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int index)
    {
        CacheLines.Prefetch(ref Unsafe.Add(ref _parameters, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _gradients, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _means, index), TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RequestOwnership(int index) => CacheLines.RequestOwnership(ref Unsafe.Add(ref _parameters, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(int index)
    {
        TLanes gradient = TLanes.Load(ref _gradients, index), mean = TLanes.Load(ref _means, index), change = gradient - mean;
        TLanes direction = TLanes.Sign(TLanes.Fuse(_rest1, change, mean));
        TLanes.Store(TLanes.RoundTiny(TLanes.Fuse(_rest2, change, mean)), ref _means, index);
        TLanes.Store(TLanes.Fuse(_backwards, direction, _shrinkage * TLanes.Load(ref _parameters, index)), ref _parameters, index);
    }
}
