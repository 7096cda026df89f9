using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DslNet.CompilerServices;

namespace DslNet;

/// <summary>What <see cref="AdadeltaSweep"/> does to some elements.</summary>
internal readonly ref struct AdadeltaUpdate<TLanes> : IUpdate where TLanes : struct, ILanes<TLanes>
{
    private readonly ref float _parameters, _gradients, _squares, _moves;
    private readonly TLanes _backwards, _decay, _rho, _rest, _epsilon;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AdadeltaUpdate(scoped in AdadeltaSweep sweep)
    {
        _parameters = ref MemoryMarshal.GetReference(sweep.Parameters);
        _gradients = ref MemoryMarshal.GetReference(sweep.Gradients);
        _squares = ref MemoryMarshal.GetReference(sweep.Squares);
        _moves = ref MemoryMarshal.GetReference(sweep.Moves);
        _backwards = TLanes.All(-sweep.LearningRate);
        _decay = TLanes.All(sweep.WeightDecay);
        _rho = TLanes.All(sweep.Rho);
        _rest = TLanes.All(1 - sweep.Rho);
        _epsilon = TLanes.All(sweep.Epsilon);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int index)
    {
        CacheLines.Prefetch(ref Unsafe.Add(ref _parameters, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _gradients, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _squares, index), TLanes.Count);
        CacheLines.Prefetch(ref Unsafe.Add(ref _moves, index), TLanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void RequestOwnership(int index) => CacheLines.RequestOwnership(ref Unsafe.Add(ref _parameters, index));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void At(int index)
    {
        TLanes parameter = TLanes.Load(ref _parameters, index), moves = TLanes.Load(ref _moves, index);
        TLanes gradient = TLanes.Fuse(_decay, parameter, TLanes.Load(ref _gradients, index));
        TLanes square = TLanes.RoundTiny(TLanes.Fuse(_rho, TLanes.Load(ref _squares, index), _rest * (gradient * gradient)));
        TLanes move = TLanes.SquareRoot(moves + _epsilon) / TLanes.SquareRoot(square + _epsilon) * gradient;
        TLanes.Store(square, ref _squares, index);
        TLanes.Store(TLanes.RoundTiny(TLanes.Fuse(_rho, moves, _rest * (move * move))), ref _moves, index);
        TLanes.Store(TLanes.Fuse(_backwards, move, parameter), ref _parameters, index);
    }
}
