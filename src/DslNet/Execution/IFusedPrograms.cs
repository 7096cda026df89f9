using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>The programs of a network, some of whose kernels can update parameters while they sum gradients: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFusedPrograms : IGradientPrograms
{
    /// <summary>Whether the kernels of this instruction set update parameters. If not, <see cref="TrainFused"/> must get nothing to update.</summary>
    static abstract bool FusesUpdate { get; }

    /// <summary>
    /// Overwrites the gradients with those of one group of samples, as <see cref="IGradientPrograms.Gradients"/> does. It must be the last
    /// group if there is something to update; then all parameters are, those whose gradients no kernel completes at the end.
    /// </summary>
    static abstract double TrainFused<TUpdate>(
        ref float inputs, ref float targets, ref int labels, ref float inputGradients, int first, int end, ref float parameters,
        ref float gradients, ref float scratch, float scale, int seed, long step, TUpdate update)
        where TUpdate : struct, IParameterUpdate, allows ref struct;
}
