using System.Runtime.CompilerServices;

namespace DslNet;

/// <summary>What <see cref="AdamSweep"/> computes for each element, with its constants in every lane.</summary>
internal readonly struct AdamFormulas<TLanes> where TLanes : struct, ILanes<TLanes>
{
    private readonly TLanes _beta1, _rest1, _beta2, _rest2, _backwards, _rootScale, _epsilon, _decay, _shrinkage;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AdamFormulas(scoped in AdamSweep sweep)
    {
        (_beta1, _rest1, _beta2, _rest2) = (TLanes.All(sweep.Beta1), TLanes.All(1 - sweep.Beta1), TLanes.All(sweep.Beta2), TLanes.All(1 - sweep.Beta2));
        (_backwards, _rootScale, _epsilon) = (TLanes.All(-sweep.StepLength), TLanes.All(sweep.RootScale), TLanes.All(sweep.Epsilon));
        (_decay, _shrinkage) = (TLanes.All(sweep.Decay), TLanes.All(sweep.Shrinkage));
    }

    /// <summary>The gradient, with a multiple of the parameter.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Gradient(TLanes gradient, TLanes parameter) => TLanes.Fuse(_decay, parameter, gradient);

    /// <summary>The running mean of gradients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Mean(TLanes mean, TLanes gradient) => TLanes.Flush(TLanes.Fuse(_beta1, mean, _rest1 * gradient));

    /// <summary>The running mean of squared gradients.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Square(TLanes square, TLanes gradient) => TLanes.Flush(TLanes.Fuse(_beta2, square, _rest2 * (gradient * gradient)));

    /// <summary>The parameter, a step further.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TLanes Parameter(TLanes parameter, TLanes mean, TLanes square)
    {
        TLanes root = TLanes.Fuse(TLanes.SquareRoot(square), _rootScale, _epsilon);
        return TLanes.Fuse(_backwards, mean / root, _shrinkage * parameter);
    }
}
