using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>
/// An optimiser step fused into the kernels that sum gradients, which do it piece by piece: for generated code only.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IParameterUpdate
{
    /// <summary>Whether there is nothing to update. A constant, so that a kernel without an update has no code for it.</summary>
    static abstract bool IsNone { get; }

    /// <summary>Has updates use the sum over several groups of samples, whose gradients they add first.</summary>
    /// <param name="gradients">Where the sums of the first group of samples are, and all will be.</param>
    /// <param name="others">The sums of the other groups, one group behind the other.</param>
    void UseGroupSums(Span<float> gradients, ReadOnlySpan<float> others);

    /// <summary>Updates sixteen parameters, whose gradients are complete. There must be sixteen from both indices on.</summary>
    /// <param name="index">The first one, counted from the network's first.</param>
    /// <param name="next">The first of sixteen others that will be updated next, whose memory is prefetched.</param>
    void UpdateSixteen(int index, int next);

    /// <summary>Updates some parameters, whose gradients are complete.</summary>
    /// <param name="start">The first one.</param>
    /// <param name="length">How many.</param>
    void UpdateRange(int start, int length);

    /// <summary>Updates all parameters, whose gradients are complete, by several threads where that pays.</summary>
    void UpdateAll();
}
