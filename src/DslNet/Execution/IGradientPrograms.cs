using System.ComponentModel;

namespace DslNet.CompilerServices;

/// <summary>The programs of a network that can be trained: for generated code only.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IGradientPrograms : INetworkPrograms
{
    /// <summary>Fills scratch memory with what depends on the parameters alone; once a call for each piece of it.</summary>
    static abstract void Prepare(ref float parameters, ref float scratch);

    /// <summary>
    /// Overwrites the gradients with those of one group of samples, from <paramref name="first"/> to before <paramref name="end"/>,
    /// and returns the sum of their losses.
    /// </summary>
    static abstract double Gradients(
        ref float inputs, ref float targets, ref int labels, ref float inputGradients, int first, int end, ref float parameters,
        ref float gradients, ref float scratch, float scale, int seed, long step);
}
