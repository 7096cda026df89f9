using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>What <see cref="AdagradSweep"/> does to some elements.</summary>
internal readonly ref struct AdagradUpdate<TLanes> : IUpdate where TLanes : struct, ILanes<TLanes>
{
    private readonly ref float _parameters, _gradients, _squares;
    private readonly TLanes _backwards, _decay, _epsilon;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AdagradUpdate(scoped in AdagradSweep sweep)
    {
        _parameters = ref MemoryMarshal.GetReference(sweep.Parameters);
        _gradients = ref MemoryMarshal.GetReference(sweep.Gradients);
        _squares = ref MemoryMarshal.GetReference(sweep.Squares);
        _backwards = TLanes.All(-sweep.LearningRate);
        _decay = TLanes.All(sweep.WeightDecay);
        _epsilon = TLanes.All(sweep.Epsilon);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int index)
    {
        CacheLines.Prefetch(ref Unsafe.Add(ref _parameters, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _gradients, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _squares, index), TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RequestOwnership(int index) => CacheLines.RequestOwnership(ref Unsafe.Add(ref _parameters, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(int index)
    {
        TLanes parameter = TLanes.Load(ref _parameters, index);
        TLanes gradient = TLanes.Fuse(_decay, parameter, TLanes.Load(ref _gradients, index));
        TLanes square = TLanes.RoundTiny(TLanes.Fuse(gradient, gradient, TLanes.Load(ref _squares, index)));
        TLanes.Store(square, ref _squares, index);
        TLanes.Store(TLanes.Fuse(_backwards, gradient / (TLanes.SquareRoot(square) + _epsilon), parameter), ref _parameters, index);
    }
}
