using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>What <see cref="NAdamSweep"/> does to some elements.</summary>
internal readonly ref struct NAdamUpdate<TLanes> : IUpdate where TLanes : struct, ILanes<TLanes>
{
    private readonly ref float _parameters, _gradients, _means, _squares;
    private readonly TLanes _rest1, _minusRest2, _gradientBackwards, _meanBackwards, _epsilon, _decay;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public NAdamUpdate(scoped in NAdamSweep sweep)
    {
        _parameters = ref MemoryMarshal.GetReference(sweep.Parameters);
        _gradients = ref MemoryMarshal.GetReference(sweep.Gradients);
        _means = ref MemoryMarshal.GetReference(sweep.Means);
        _squares = ref MemoryMarshal.GetReference(sweep.Squares);
        _rest1 = TLanes.All(1 - sweep.Beta1);
        _minusRest2 = TLanes.All(sweep.Beta2 - 1);
        _gradientBackwards = TLanes.All(-sweep.GradientStep);
        _meanBackwards = TLanes.All(-sweep.MeanStep);
        _epsilon = TLanes.All(sweep.Epsilon);
        _decay = TLanes.All(sweep.WeightDecay);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int index)
    {
        CacheLines.Prefetch(ref Unsafe.Add(ref _parameters, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _gradients, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _means, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _squares, index), TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RequestOwnership(int index) => CacheLines.RequestOwnership(ref Unsafe.Add(ref _parameters, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(int index)
    {
        TLanes parameter = TLanes.Load(ref _parameters, index), mean = TLanes.Load(ref _means, index), square = TLanes.Load(ref _squares, index);
        TLanes gradient = TLanes.Fuse(_decay, parameter, TLanes.Load(ref _gradients, index));
        mean = TLanes.RoundTiny(TLanes.Fuse(_rest1, gradient - mean, mean));

        // By v − g², as Adam's.
        square = TLanes.RoundTiny(TLanes.Fuse(_minusRest2, TLanes.FuseNegated(gradient, gradient, square), square));
        TLanes.Store(mean, ref _means, index);
        TLanes.Store(square, ref _squares, index);
        TLanes direction = TLanes.Fuse(_gradientBackwards, gradient, _meanBackwards * mean);
        TLanes.Store(parameter + direction / (TLanes.SquareRoot(square) + _epsilon), ref _parameters, index);
    }
}
