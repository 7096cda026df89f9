using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>What <see cref="AdamSweep{TDecay}"/> does to some elements.</summary>
internal readonly ref struct AdamUpdate<TLanes, TDecay> : IUpdate
    where TLanes : struct, ILanes<TLanes>
    where TDecay : struct, IDecay
{
    private readonly ref float _parameters, _gradients, _means, _squares;
    private readonly TLanes _rest1, _minusRest2, _backwards, _epsilon, _decay, _shrinkage;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AdamUpdate(scoped in AdamSweep<TDecay> sweep)
    {
        _parameters = ref MemoryMarshal.GetReference(sweep.Parameters);
        _gradients = ref MemoryMarshal.GetReference(sweep.Gradients);
        _means = ref MemoryMarshal.GetReference(sweep.Means);
        _squares = ref MemoryMarshal.GetReference(sweep.Squares);
        (_rest1, _minusRest2) = (TLanes.All(1 - sweep.Beta1), TLanes.All(sweep.Beta2 - 1));
        (_backwards, _epsilon) = (TLanes.All(-sweep.StepLength), TLanes.All(sweep.Epsilon));
        (_decay, _shrinkage) = (TLanes.All(sweep.Decay), TLanes.All(sweep.Shrinkage));
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
        TLanes parameter = TLanes.Load(ref _parameters, index);
        TLanes gradient = Gradient(parameter, index), mean = Mean(gradient, index), square = Square(gradient, index);
        TLanes.Store(mean, ref _means, index);
        TLanes.Store(square, ref _squares, index);
        TLanes.Store(Moved(parameter, mean, square), ref _parameters, index);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLanes Gradient(TLanes parameter, int index)
    {
        TLanes gradient = TLanes.Load(ref _gradients, index);
        return TDecay.JoinsGradient ? TLanes.Fuse(_decay, parameter, gradient) : gradient;
    }

    // Not β·m + (1 − β)·g, which is the same but for rounding: subtracting leaves the multipliers free.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLanes Mean(TLanes gradient, int index)
    {
        TLanes mean = TLanes.Load(ref _means, index);
        return TLanes.RoundTiny(TLanes.Fuse(_rest1, gradient - mean, mean));
    }

    // As above, by v − g²: never negative, since no rounding can make that larger than v.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLanes Square(TLanes gradient, int index)
    {
        TLanes square = TLanes.Load(ref _squares, index);
        return TLanes.RoundTiny(TLanes.Fuse(_minusRest2, TLanes.FuseNegated(gradient, gradient, square), square));
    }

    /// <summary>A parameter, a step further.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private TLanes Moved(TLanes parameter, TLanes mean, TLanes square)
    {
        TLanes direction = mean / (TLanes.SquareRoot(square) + _epsilon);
        return TLanes.Fuse(_backwards, direction, TDecay.ShrinksParameter ? _shrinkage * parameter : parameter);
    }
}
